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
        JsonValues.WriteText(json, "policy"u8, finding.Policy);
        JsonValues.WriteText(json, "title"u8, finding.Title);
        JsonValues.WriteStrings(json, "controls"u8, finding.Controls);
        JsonValues.WriteText(json, "snapshot"u8, finding.Snapshot);
        WriteResource(json, finding.Resource);
        JsonValues.WriteText(json, "outcome"u8, ResultWords.Of(finding.Outcome));
        JsonValues.WriteText(json, "reason"u8, finding.Reason);
        JsonValues.WriteText(json, "message"u8, finding.Message);
        WriteViolations(json, finding);
        JsonValues.WriteText(json, "severity"u8, ResultWords.Of(finding.Severity));
        WriteParams(json, finding.Params);
        JsonValues.WriteText(json, "fingerprint"u8, finding.Fingerprint);
        WriteWaiver(json, finding.Waiver);
        JsonValues.WriteKnown(
            json, "baseline"u8, finding.Baseline is { } state ? ResultWords.Of(state) : null);
        WriteEvidence(json, finding.Evidence);
        WriteMissing(json, finding.Missing);
        JsonTraces.Write(json, finding.Trace);
    }

    public static void WriteResource(Utf8JsonWriter json, ResourceReference resource)
    {
        json.WriteStartObject("resource"u8);
        JsonValues.WriteText(json, "type"u8, resource.Type);
        JsonValues.WriteText(json, "id"u8, resource.Id);
        JsonValues.WriteKnown(json, "arn"u8, resource.Arn);
        JsonValues.WriteKnown(json, "account"u8, resource.Account);
        json.WriteEndObject();
    }

    private static void WriteViolations(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("violations"u8);
        foreach (var violation in finding.Violations)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "reason"u8, violation.Reason);
            JsonValues.WriteText(json, "message"u8, violation.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParams(Utf8JsonWriter json, ImmutableArray<ParamReference> parameters)
    {
        json.WriteStartObject("params"u8);
        foreach (var param in parameters)
            JsonValues.WriteTyped(json, param.Name, param.Type, param.Value);
        json.WriteEndObject();
    }

    private static void WriteWaiver(Utf8JsonWriter json, WaiverReference? waiver)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver"u8);
            return;
        }

        json.WriteStartObject("waiver"u8);
        JsonValues.WriteText(json, "name"u8, waiver.Name);
        JsonValues.WriteText(json, "owner"u8, waiver.Owner);
        JsonValues.WriteText(json, "justification"u8, waiver.Justification);
        JsonValues.WriteText(json, "expires"u8, waiver.Expires);
        json.WriteEndObject();
    }

    public static void WriteEvidence(Utf8JsonWriter json, ImmutableArray<EvidenceCell> cells)
    {
        json.WriteStartArray("evidence"u8);
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
        json.WriteStartArray("missing"u8);
        foreach (var missing in all)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "file"u8, missing.File);
            JsonValues.WriteText(json, "field"u8, missing.Field);
            JsonValues.WriteText(json, "why"u8, missing.Why);
            JsonValues.WriteKnown(json, "command"u8, missing.Command);
            if (missing.Cell is { } cell)
            {
                json.WriteStartObject("cell"u8);
                WriteCell(json, cell);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("cell"u8);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteCell(Utf8JsonWriter json, EvidenceCell cell)
    {
        JsonValues.WriteText(json, "file"u8, cell.File);
        JsonValues.WriteText(json, "sha256"u8, cell.Sha256);
        json.WriteNumber("line"u8, cell.Line);
        json.WriteNumber("column"u8, cell.Column);
        if (cell.Pointer.Length > 0)
            JsonValues.WriteText(json, "pointer"u8, cell.Pointer);
        JsonValues.WriteText(json, "field"u8, cell.Field);
        JsonValues.WriteText(json, "value"u8, cell.Value);
    }
}
