using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes the properties of a run that come before its results.</summary>
internal static class SarifHeadJson
{
    public static void Write(Utf8JsonWriter json, SarifRunHead head)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policyeval");
        JsonValues.WriteText(json, "version", head.ToolVersion);
        WriteRules(json, "rules", head.Rules);
        if (!head.Notifications.IsEmpty)
            WriteRules(json, "notifications", head.Notifications);
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("automationDetails");
        JsonValues.WriteText(json, "id", head.Category);
        json.WriteEndObject();

        json.WriteString("columnKind", "utf16CodeUnits");
        JsonValues.WriteStrings(json, "newlineSequences", ["\r\n", "\n", "\r"]);
        WriteBases(json, head.Bases);

        json.WriteStartArray("artifacts");
        foreach (var artifact in head.Artifacts)
            Write(json, artifact);
        json.WriteEndArray();
    }

    /// <summary>Where a file is, without its index.</summary>
    public static void WriteLocation(Utf8JsonWriter json, SarifArtifact artifact)
    {
        JsonValues.WriteText(json, "uri", SarifUri.OfPath(artifact.Path));
        JsonValues.WriteText(json, "uriBaseId", artifact.BaseId);
    }

    /// <summary>A text under a name, as an object of its own.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        JsonValues.WriteText(json, "text", SarifText.Message(text));
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, string name, ImmutableArray<SarifRule> rules)
    {
        json.WriteStartArray(name);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "id", rule.Id);
            JsonValues.WriteText(json, "name", rule.Name);
            WriteMessage(json, "shortDescription", rule.ShortDescription);
            WriteMessage(json, "fullDescription", rule.FullDescription);
            WriteMessage(json, "help", rule.Help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SarifText.Of(rule.Level));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBases(Utf8JsonWriter json, ImmutableArray<SarifBase> bases)
    {
        json.WriteStartObject("originalUriBaseIds");
        foreach (var start in bases)
        {
            json.WriteStartObject(start.Id);
            WriteMessage(json, "description", start.Description);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SarifArtifact artifact)
    {
        json.WriteStartObject();
        json.WriteStartObject("location");
        WriteLocation(json, artifact);
        json.WriteEndObject();
        if (artifact.Length is { } length)
            json.WriteNumber("length", length);
        if (artifact.Sha256 is { } sha256)
        {
            json.WriteStartObject("hashes");
            json.WriteString("sha-256", sha256);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
