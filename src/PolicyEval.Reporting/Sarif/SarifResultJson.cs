using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes results and notifications of a run.</summary>
internal sealed class SarifResultJson(Utf8JsonWriter json, SarifRunHead head)
{
    public void Write(SarifResult result)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "ruleId", head.Rules[result.Rule].Id);
        json.WriteNumber("ruleIndex", result.Rule);
        json.WriteString("level", SarifText.Of(result.Level));
        SarifHeadJson.WriteMessage(json, "message", result.Message);

        json.WriteStartArray("locations");
        json.WriteStartObject();
        Write(result.Place);
        json.WriteEndObject();
        json.WriteEndArray();

        json.WriteStartObject("partialFingerprints");
        foreach (var (method, value) in result.Fingerprints)
            JsonValues.WriteText(json, method, value);
        json.WriteEndObject();

        if (result is { Replacement: { } replacement, Place.Region: { } region })
            WriteFix(result.Place.Artifact, region, replacement);
        json.WriteEndObject();
    }

    public void Write(SarifInvocation invocation)
    {
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", invocation.IsSuccessful);
        json.WriteNumber("exitCode", invocation.ExitCode);
        if (!invocation.Notifications.IsEmpty)
        {
            json.WriteStartArray("toolConfigurationNotifications");
            foreach (var notification in invocation.Notifications)
                Write(notification);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(SarifNotification notification)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        JsonValues.WriteText(json, "id", head.Notifications[notification.Descriptor].Id);
        json.WriteNumber("index", notification.Descriptor);
        json.WriteEndObject();
        json.WriteString("level", SarifText.Of(notification.Level));
        SarifHeadJson.WriteMessage(json, "message", notification.Message);
        json.WriteEndObject();
    }

    private void Write(SarifPlace place)
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

    private void WriteFix(int artifact, SarifRegion region, string replacement)
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
