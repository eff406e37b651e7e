using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes a waiver with what became of it.</summary>
internal static class JsonWaivers
{
    public static void Write(Utf8JsonWriter json, WaiverResult waiver)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", waiver.Name);
        JsonValues.WriteText(json, "file", waiver.File);
        json.WriteNumber("line", waiver.Line);
        JsonValues.WriteStrings(json, "policies", waiver.Policies);
        JsonValues.WriteStrings(json, "accounts", waiver.Accounts);
        JsonValues.WriteStrings(json, "resources", waiver.Resources);
        JsonValues.WriteStrings(json, "controls", waiver.Controls);
        JsonValues.WriteStrings(json, "fingerprints", waiver.Fingerprints);
        JsonValues.WriteText(json, "owner", waiver.Owner);
        JsonValues.WriteKnown(json, "requestedBy", waiver.RequestedBy);
        JsonValues.WriteText(json, "approvedBy", waiver.ApprovedBy);
        JsonValues.WriteText(json, "approvedOn", waiver.ApprovedOn);
        JsonValues.WriteText(json, "justification", waiver.Justification);
        JsonValues.WriteText(json, "ticket", waiver.Ticket);
        JsonValues.WriteText(json, "effectiveFrom", waiver.EffectiveFrom);
        JsonValues.WriteText(json, "expires", waiver.Expires);
        JsonValues.WriteText(json, "state", ResultWords.Of(waiver.State));
        if (waiver.DaysLeft is { } days)
            json.WriteNumber("daysLeft", days);
        else
            json.WriteNull("daysLeft");
        json.WriteBoolean("expiresSoon", waiver.ExpiresSoon);
        json.WriteBoolean("inScope", waiver.IsInScope);
        json.WriteNumber("matched", waiver.Matched);
        json.WriteNumber("waived", waiver.Waived);
        json.WriteBoolean("unused", waiver.IsUnused);
        json.WriteEndObject();
    }
}
