using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonPolicies"/> writes; what versions before 1.4 lack is empty.</summary>
internal static class PoliciesReader
{
    public static PolicyReference Read(JsonPart json) => new(
        json.String("name"),
        json.String("title"),
        json.Word("severity", ReportWords.Severities),
        json.String("sha256"),
        json.String("origin"),
        [.. json.Parts("params").Select(ReadParam)])
    {
        StandardSeverity = json.Word("standardSeverity", ReportWords.Severities),
        SeveritySource = json.Known("severitySource"),
        Accounts = json.StringsOrNull("accounts"),
        ReplacesBundled = json.Bool("replacesBundled"),
        Controls = json.Strings("controls"),
        Resource = json.Has("resource") ? json.Known("resource") : "",
        File = json.Has("file") ? json.Known("file") : "",
        Line = json.Has("line") ? json.Int("line") : 0,
        Guide = json.Has("remediation") ? ReadGuide(json, json.Part("remediation")) : PolicyGuide.None,
        Rules = json.Has("rules") ? [.. json.Parts("rules").Select(ReadRule)] : [],
    };

    private static ParamReference ReadParam(JsonPart json) => new(
        json.String("name"), json.String("type"), json.Scalar("value"), json.Scalar("standard"))
    {
        Default = json.Scalar(json.Has("default") ? "default" : "standard"),
        Source = json.Known("source"),
    };

    private static PolicyGuide ReadGuide(JsonPart json, JsonPart remediation) => new()
    {
        Description = json.Known("description"),
        Rationale = json.Known("rationale"),
        Audit = json.Known("audit"),
        Console = remediation.Known("console"),
        Cli = remediation.Known("cli"),
        Iac = remediation.Known("iac"),
        References = json.Strings("references"),
    };

    private static RuleReference ReadRule(JsonPart json) => new(
        json.Word("role", ReportWords.RuleRoles), json.String("name"), json.String("expression"), json.Int("line"));
}
