using System.Text.Json;

namespace PolicyEval.Reporting.Json;

/// <summary>Reads members of objects of a report.</summary>
internal static class JsonText
{
    /// <summary>The member of a name.</summary>
    /// <exception cref="JsonException">There is none, or the value is no object.</exception>
    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value
            : throw new JsonException($"a finding or snapshot has no \"{name}\"");

    /// <summary>The text of a member; empty for null.</summary>
    /// <exception cref="JsonException">There is none, or it is no text.</exception>
    public static string Of(JsonElement element, string name)
    {
        var value = Member(element, name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Null => "",
            _ => throw new JsonException($"\"{name}\" is no text"),
        };
    }
}
