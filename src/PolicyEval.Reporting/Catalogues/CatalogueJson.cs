using System.Text.Json;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>
/// A catalogue for programs, described by <c>policies/schemas/catalogue.schema.json</c>, which only grows. UTF-8
/// without a byte order mark, two spaces, LF.
/// </summary>
public static class CatalogueJson
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.0";

    /// <summary>Writes it.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="catalogue">The catalogue.</param>
    public static void Write(Stream output, Catalogue catalogue)
    {
        using var json = new Utf8JsonWriter(output, JsonLayout.Options);
        json.WriteStartObject();
        json.WriteString("formatVersion", FormatVersion);
        json.WriteStartObject("tool");
        JsonValues.WriteText(json, "name", "policyeval");
        JsonValues.WriteText(json, "version", catalogue.ToolVersion);
        json.WriteEndObject();
        json.WriteStartArray("policies");
        foreach (var policy in catalogue.Policies)
            WritePolicy(json, catalogue, policy);
        json.WriteEndArray();
        json.WriteStartArray("frameworks");
        foreach (var framework in catalogue.Frameworks)
            FrameworkJson.Write(json, framework);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    private static void WritePolicy(Utf8JsonWriter json, Catalogue catalogue, Policy policy)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", policy.Name);
        JsonValues.WriteText(json, "title", policy.Title);
        JsonValues.WriteSeverity(json, "severity", policy.Severity);
        JsonValues.WriteText(json, "resource", policy.Resource);
        JsonValues.WriteText(json, "sha256", policy.File.Sha256);
        JsonValues.WriteText(json, "origin", policy.File.Origin);
        json.WriteBoolean("replacesBundled", policy.ReplacesBundled);
        JsonValues.WriteStrings(json, "controls", [.. catalogue.ControlsOf(policy.Name)]);
        json.WriteStartArray("params");
        foreach (var param in policy.Params)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "name", param.Name);
            JsonValues.WriteText(json, "default", param.Default.Text);
            JsonValues.WriteText(json, "range", param.Range);
            JsonValues.WriteKnown(json, "description", param.Description.Trim());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
