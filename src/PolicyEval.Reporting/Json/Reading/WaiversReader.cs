using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonWaivers"/> writes.</summary>
internal static class WaiversReader
{
    public static WaiverResult Read(JsonPart json) => new()
    {
        Name = json.String("name"),
        File = json.String("file"),
        Line = json.Int("line"),
        Policies = json.Strings("policies"),
        Accounts = json.Strings("accounts"),
        Resources = json.Strings("resources"),
        Controls = json.Strings("controls"),
        Fingerprints = json.Strings("fingerprints"),
        Owner = json.String("owner"),
        RequestedBy = json.Known("requestedBy"),
        ApprovedBy = json.String("approvedBy"),
        ApprovedOn = json.String("approvedOn"),
        Justification = json.String("justification"),
        Ticket = json.String("ticket"),
        EffectiveFrom = json.String("effectiveFrom"),
        Expires = json.String("expires"),
        State = json.Word("state", ReportWords.WaiverStates),
        DaysLeft = json.IntOrNull("daysLeft"),
        ExpiresSoon = json.Bool("expiresSoon"),
        IsInScope = json.Bool("inScope"),
        Matched = json.Int("matched"),
        Waived = json.Int("waived"),
        IsUnused = json.Bool("unused"),
    };
}
