using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes places in files.</summary>
internal sealed class SarifPlaceJson(Utf8JsonWriter json, SarifRunHead head)
{
    public void Write(SarifPlace place)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifact(place.Artifact);
        if (place.Region is { } region)
        {
            json.WriteStartObject("region");
            WriteBounds(region);
            WriteSnippet(region.Snippet);
            json.WriteEndObject();
            WriteContext(region);
        }

        json.WriteEndObject();
    }

    /// <summary>The whole lines, which a viewer without the file shows.</summary>
    private void WriteContext(SarifRegion region)
    {
        if (region.Lines is not { } lines)
            return;

        json.WriteStartObject("contextRegion");
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("endLine", region.EndLine);
        WriteSnippet(lines);
        json.WriteEndObject();
    }

    /// <summary>What mends a result: a text in the place of another.</summary>
    public void WriteFix(int artifact, SarifRegion region, string replacement)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifHeadJson.WriteMessage(json, "description", SarifText.Sentence($"Write '{replacement}'"));
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(artifact);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        json.WriteStartObject("deletedRegion");
        WriteBounds(region);
        json.WriteEndObject();
        json.WriteStartObject("insertedContent");
        JsonValues.WriteText(json, "text", replacement);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteArtifact(int index)
    {
        json.WriteStartObject("artifactLocation");
        SarifHeadJson.WriteLocation(json, head.Artifacts[index]);
        json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    private void WriteBounds(SarifRegion region)
    {
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.EndLine);
        json.WriteNumber("endColumn", region.EndColumn);
    }

    private void WriteSnippet(string? text)
    {
        if (text is null)
            return;

        json.WriteStartObject("snippet");
        JsonValues.WriteText(json, "text", text);
        json.WriteEndObject();
    }
}
