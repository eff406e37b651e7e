using System.Text.Json.Nodes;
using NJsonSchema;

namespace PolicyEval.Reporting.Tests.Json;

/// <summary>A schema that refuses properties it does not describe, so that none is forgotten.</summary>
internal static class ClosedSchema
{
    public static Task<JsonSchema> Of(string schema)
    {
        var root = JsonNode.Parse(schema)!;
        Close(root);
        return JsonSchema.FromJsonAsync(root.ToJsonString());
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema["properties"] is JsonObject)
                schema["additionalProperties"] = false;
            foreach (var (_, child) in schema.ToList())
                Close(child);
        }
        else if (node is JsonArray list)
        {
            foreach (var child in list)
                Close(child);
        }
    }
}
