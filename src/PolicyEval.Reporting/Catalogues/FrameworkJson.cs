using System.Text.Json;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>Writes a framework with its counts and every control.</summary>
internal static class FrameworkJson
{
    public static void Write(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", framework.Name);
        JsonValues.WriteText(json, "title", framework.Title);
        JsonValues.WriteText(json, "version", framework.Version);
        JsonValues.WriteKnown(json, "source", framework.Source);
        JsonValues.WriteText(json, "sha256", framework.File.Sha256);
        JsonValues.WriteText(json, "origin", framework.File.Origin);
        json.WriteBoolean("replacesBundled", framework.ReplacesBundled);
        WriteCounts(json, CoverageCounts.Of(framework.Controls));
        json.WriteStartArray("sections");
        foreach (var section in CoverageTable.SectionsOf(framework))
        {
            json.WriteStartObject();
            JsonValues.WriteKnown(json, "name", section.Key);
            WriteCounts(json, CoverageCounts.Of(section));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("controls");
        foreach (var control in framework.Controls)
            WriteControl(json, control);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, CoverageCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber(CatalogueWords.Of(ControlCoverage.Decided), counts.Decided);
        json.WriteNumber(CatalogueWords.Of(ControlCoverage.Manual), counts.Manual);
        json.WriteNumber(CatalogueWords.Of(ControlCoverage.NeedsEvidence), counts.NeedsEvidence);
        json.WriteNumber("total", counts.Total);
        json.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter json, FrameworkControl control)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "id", control.Id);
        JsonValues.WriteText(json, "title", control.Title);
        JsonValues.WriteKnown(json, "section", control.Section);
        json.WriteStartArray("levels");
        foreach (var level in control.Levels)
            json.WriteNumberValue(level);
        json.WriteEndArray();
        JsonValues.WriteText(json, "assessment", CatalogueWords.AssessmentOf(control));
        JsonValues.WriteText(json, "coverage", CatalogueWords.Of(control.Coverage));
        json.WriteStartArray("policies");
        foreach (var use in control.Policies)
            WriteUse(json, use);
        json.WriteEndArray();
        JsonValues.WriteKnown(json, "needs", control.Needs.Trim());
        JsonValues.WriteKnown(json, "command", control.Command.Trim());
        json.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter json, ControlPolicy use)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", use.Name);
        json.WriteStartArray("params");
        foreach (var param in use.Params)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "name", param.Name);
            JsonValues.WriteText(json, "value", param.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
