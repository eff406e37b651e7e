using System.Text.Json;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Oscal;

/// <summary>Writes what the observations are about, and what observed: OSCAL has both by reference only.</summary>
internal static class OscalInventory
{
    public static void Write(Utf8JsonWriter json, RunHeader header, OscalObservations observations, Guid tool)
    {
        json.WriteStartObject("local-definitions");
        json.WriteStartArray("components");
        json.WriteStartObject();
        OscalJson.WriteUuid(json, "uuid", tool);
        json.WriteString("type", "software");
        json.WriteString("title", "PolicyEval");
        json.WriteString("description", "Evaluates archived evidence by policies, without a connection to AWS.");
        OscalJson.WriteProps(json, ("version", header.ToolVersion));
        json.WriteStartObject("status");
        json.WriteString("state", "operational");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        OscalJson.WriteAll(json, "inventory-items", observations.Resources, item => Write(json, item.Key, item.Value));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Guid uuid, ResourceReference resource)
    {
        OscalJson.WriteUuid(json, "uuid", uuid);
        OscalJson.WriteLine(
            json, "description", resource.Arn.Length > 0 ? resource.Arn : $"{resource.Type} {resource.Id}");
        OscalJson.WriteProps(
            json,
            ("resource-type", resource.Type),
            ("resource-id", resource.Id),
            ("arn", resource.Arn),
            ("account", resource.Account));
    }
}
