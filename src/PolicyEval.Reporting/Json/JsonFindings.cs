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
        json.WriteString("policy", finding.Policy);
        json.WriteString("title", finding.Title);
        JsonValues.WriteStrings(json, "controls", finding.Controls);
        json.WriteString("snapshot", finding.Snapshot);
        WriteResource(json, finding.Resource);
        json.WriteString("outcome", ResultWords.Of(finding.Outcome));
        json.WriteString("reason", finding.Reason);
        json.WriteString("message", finding.Message);
        WriteViolations(json, finding);
        json.WriteString("severity", ResultWords.Of(finding.Severity));
        json.WriteString("fingerprint", finding.Fingerprint);
        WriteWaiver(json, finding.Waiver);
        WriteEvidence(json, finding);
        WriteMissing(json, finding);
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, ResourceReference resource)
    {
        json.WriteStartObject("resource");
        json.WriteString("type", resource.Type);
        json.WriteString("id", resource.Id);
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
            json.WriteString("reason", violation.Reason);
            json.WriteString("message", violation.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWaiver(Utf8JsonWriter json, WaiverReference? waiver)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        json.WriteString("name", waiver.Name);
        json.WriteString("owner", waiver.Owner);
        json.WriteString("justification", waiver.Justification);
        json.WriteString("expires", waiver.Expires);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("evidence");
        foreach (var cell in finding.Evidence)
        {
            json.WriteStartObject();
            WriteCell(json, cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("missing");
        foreach (var missing in finding.Missing)
        {
            json.WriteStartObject();
            json.WriteString("file", missing.File);
            json.WriteString("field", missing.Field);
            json.WriteString("why", missing.Why);
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

    private static void WriteCell(Utf8JsonWriter json, EvidenceCell cell)
    {
        json.WriteString("file", cell.File);
        json.WriteString("sha256", cell.Sha256);
        json.WriteNumber("line", cell.Line);
        json.WriteNumber("column", cell.Column);
        json.WriteString("field", cell.Field);
        json.WriteString("value", cell.Value);
    }
}
