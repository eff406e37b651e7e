using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Ocsf;

/// <summary>Writes what OCSF has no name for, under the names of the JSON report.</summary>
internal static class OcsfUnmapped
{
    public static void Write(Utf8JsonWriter json, Finding finding, bool isTimeKnown)
    {
        json.WriteStartObject("unmapped");
        JsonValues.WriteText(json, "policy", finding.Policy);
        JsonValues.WriteText(json, "outcome", ResultWords.Of(finding.Outcome));
        JsonValues.WriteText(json, "severity", ResultWords.Of(finding.Severity));
        JsonValues.WriteText(json, "reason", finding.Reason);
        JsonValues.WriteText(json, "snapshot", finding.Snapshot);
        json.WriteBoolean("timeKnown", isTimeKnown);
        if (finding.Baseline is { } baseline)
            JsonValues.WriteText(json, "baseline", ResultWords.Of(baseline));
        if (ChangeWords.Of(finding) is { Length: > 0 } changes)
            JsonValues.WriteText(json, "changes", changes);
        if (finding.Waiver is { } waiver)
        {
            json.WriteStartObject("waiver");
            JsonValues.WriteText(json, "name", waiver.Name);
            JsonValues.WriteText(json, "owner", waiver.Owner);
            JsonValues.WriteText(json, "justification", waiver.Justification);
            JsonValues.WriteText(json, "expires", waiver.Expires);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
