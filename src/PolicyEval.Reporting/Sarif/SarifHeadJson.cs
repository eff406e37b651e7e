using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

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
        WriteRules(json, head, "rules", head.Rules);
        if (!head.Notifications.IsEmpty)
            WriteRules(json, head, "notifications", head.Notifications);
        WriteSupported(json, head.Taxonomies);
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
        JsonValues.WriteText(json, "uri", PathUri.Of(artifact.Path));
        JsonValues.WriteText(json, "uriBaseId", artifact.BaseId);
    }

    /// <summary>A text under a name, as an object of its own.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        JsonValues.WriteText(json, "text", SarifText.Message(text));
        json.WriteEndObject();
    }

    /// <summary>The taxonomy of a taxon.</summary>
    public static void WriteTaxonomy(Utf8JsonWriter json, SarifRunHead head, int index)
    {
        json.WriteStartObject("toolComponent");
        JsonValues.WriteText(json, "name", head.Taxonomies[index].Name);
        json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    private static void WriteSupported(Utf8JsonWriter json, ImmutableArray<SarifTaxonomy> taxonomies)
    {
        if (taxonomies.IsEmpty)
            return;

        var index = 0;
        JsonValues.WriteAll(json, "supportedTaxonomies", taxonomies, (_, taxonomy) =>
        {
            JsonValues.WriteText(json, "name", taxonomy.Name);
            json.WriteNumber("index", index++);
        });
    }

    private static void WriteRules(
        Utf8JsonWriter json, SarifRunHead head, string name, ImmutableArray<SarifRule> rules)
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
            if (rule.HelpUri is { } uri)
                JsonValues.WriteText(json, "helpUri", uri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SarifText.Of(rule.Level));
            json.WriteEndObject();
            WriteRelationships(json, head, rule.Taxa);
            SarifTailJson.WriteProperties(json, rule.Properties);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelationships(
        Utf8JsonWriter json, SarifRunHead head, ImmutableArray<SarifTaxonReference> taxa)
    {
        if (taxa.IsEmpty)
            return;

        JsonValues.WriteAll(json, "relationships", taxa, (_, taxon) =>
        {
            json.WriteStartObject("target");
            JsonValues.WriteText(json, "id", taxon.Id);
            WriteTaxonomy(json, head, taxon.Taxonomy);
            json.WriteEndObject();
            JsonValues.WriteStrings(json, "kinds", ["relevant"]);
        });
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
        if (artifact.Parent is { } parent)
            json.WriteNumber("parentIndex", parent);
        if (artifact.Description is { } description)
            WriteMessage(json, "description", description);
        if (artifact.Length is { } length)
            json.WriteNumber("length", length);
        if (!artifact.Roles.IsEmpty)
            JsonValues.WriteStrings(json, "roles", artifact.Roles);
        if (artifact.Sha256 is { } sha256)
        {
            json.WriteStartObject("hashes");
            JsonValues.WriteText(json, "sha-256", sha256);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
