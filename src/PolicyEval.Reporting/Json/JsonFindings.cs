using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes one finding with its proof.</summary>
internal static class JsonFindings
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    /// <summary>Writes what stands inside the object.</summary>
    public static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        JsonValues.WriteText(json, "policy", finding.Policy);
        JsonValues.WriteText(json, "title", finding.Title);
        JsonValues.WriteStrings(json, "controls", finding.Controls);
        JsonValues.WriteText(json, "snapshot", finding.Snapshot);
        WriteResource(json, finding.Resource);
        JsonValues.WriteText(json, "outcome", ResultWords.Of(finding.Outcome));
        JsonValues.WriteText(json, "reason", finding.Reason);
        JsonValues.WriteText(json, "message", finding.Message);
        WriteViolations(json, finding);
        JsonValues.WriteText(json, "severity", ResultWords.Of(finding.Severity));
        WriteParams(json, finding.Params);
        JsonValues.WriteText(json, "fingerprint", finding.Fingerprint);
        WriteWaiver(json, finding.Waiver);
        JsonValues.WriteKnown(
            json, "baseline", finding.Baseline is { } state ? ResultWords.Of(state) : null);
        WriteEvidence(json, finding.Evidence);
        WriteMissing(json, finding.Missing);
        JsonTraces.Write(json, finding.Trace);
    }

    public static void WriteResource(Utf8JsonWriter json, ResourceReference resource)
    {
        json.WriteStartObject("resource");
        JsonValues.WriteText(json, "type", resource.Type);
        JsonValues.WriteText(json, "id", resource.Id);
        JsonValues.WriteKnown(json, "arn", resource.Arn);
        JsonValues.WriteKnown(json, "account", resource.Account);
        json.WriteEndObject();
    }

    private static void WriteViolations(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("violations");
        foreach (var violation in finding.Violations)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "reason", violation.Reason);
            JsonValues.WriteText(json, "message", violation.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParams(Utf8JsonWriter json, ImmutableArray<ParamReference> parameters)
    {
        json.WriteStartObject("params");
        foreach (var param in parameters)
            JsonValues.WriteTyped(json, param.Name, param.Type, param.Value);
        json.WriteEndObject();
    }

    private static void WriteWaiver(Utf8JsonWriter json, WaiverReference? waiver)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        JsonValues.WriteText(json, "name", waiver.Name);
        JsonValues.WriteText(json, "owner", waiver.Owner);
        JsonValues.WriteText(json, "justification", waiver.Justification);
        JsonValues.WriteText(json, "expires", waiver.Expires);
        json.WriteEndObject();
    }

    public static void WriteEvidence(Utf8JsonWriter json, ImmutableArray<EvidenceCell> cells)
    {
        json.WriteStartArray("evidence");
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            WriteCell(json, cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteMissing(Utf8JsonWriter json, ImmutableArray<MissingEvidence> all)
    {
        json.WriteStartArray("missing");
        foreach (var missing in all)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "file", missing.File);
            JsonValues.WriteText(json, "field", missing.Field);
            JsonValues.WriteText(json, "why", missing.Why);
            JsonValues.WriteKnown(json, "command", missing.Command);
            if (missing.Cell is { } cell)
            {
                json.WriteStartObject("cell");
                WriteCell(json, cell);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("cell");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteCell(Utf8JsonWriter json, EvidenceCell cell)
    {
        JsonValues.WriteText(json, "file", cell.File);
        JsonValues.WriteText(json, "sha256", cell.Sha256);
        json.WriteNumber("line", cell.Line);
        json.WriteNumber("column", cell.Column);
        if (cell.Pointer.Length > 0)
            JsonValues.WriteText(json, "pointer", cell.Pointer);
        JsonValues.WriteText(json, "field", cell.Field);
        JsonValues.WriteText(json, "value", cell.Value);
    }
}
