using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonRollUp"/> writes.</summary>
internal static class RollUpReader
{
    /// <summary>What is known after the last finding.</summary>
    /// <param name="json">The properties of the report that stand behind the findings.</param>
    public static RunFooter Read(ReportParts json)
    {
        var summary = json.Part("summary");
        return new RunFooter
        {
            Controls = [.. json.Parts("controls").Select(ReadControl)],
            Accounts = AccountsReader.ReadResults(json),
            Waivers = [.. json.Parts("waivers").Select(WaiversReader.Read)],
            Diagnostics = [.. json.Parts("diagnostics").Select(ReadDiagnostic)],
            Findings = ReadCounts(summary.Part("findings")),
            GateFailures = summary.Int("gateFailures"),
            KnownFailures = summary.Has("knownFailures") ? summary.Int("knownFailures") : 0,
            ExitCode = summary.Int("exitCode"),
        };
    }

    private static ControlResult ReadControl(JsonPart json) => new()
    {
        Framework = json.String("framework") is var framework && framework.Length > 0 && !framework.Contains('/')
            ? framework
            : throw json.Wrong("framework", "the name of a framework, which has no slash"),
        Id = json.String("id") is { Length: > 0 } id ? id : throw json.Wrong("id", "the name of a control"),
        Title = json.String("title"),
        Section = json.String("section"),
        Levels = json.Ints("levels"),
        Assessment = json.String("assessment"),
        Outcome = json.Word("outcome", ReportWords.Outcomes),
        Counts = ReadCounts(json.Part("counts")),
        Accounts = AccountsReader.ReadCounts(json),
        Policies = json.Strings("policies"),
        Severity = json.WordOrNull("severity", ReportWords.Severities),
        Needs = json.Known("needs"),
        Command = json.Known("command"),
    };

    /// <summary>How many of each outcome.</summary>
    public static OutcomeCounts ReadCounts(JsonPart json) => new(
        json.Int("pass"), json.Int("fail"), json.Int("manual"), json.Int("not_applicable"), json.Int("not_assessed"),
        json.Int("incomplete"), json.Int("error"), json.Int("waived"));

    // The message is whole already: what it was made from is not written.
    private static Diagnostic ReadDiagnostic(JsonPart json)
    {
        var descriptor = new DiagnosticDescriptor(
            json.String("id"), "", "{0}", json.Word("severity", ReportWords.Weights), json.String("help"));
        var location = new Location(
            json.Known("file"), json.Int("line"), json.Int("column"), json.Int("endLine"), json.Int("endColumn"))
        {
            Field = json.StringOrNull("field"),
        };
        return Diagnostic.Create(descriptor, location, json.String("message")) with
        {
            Suggestion = json.StringOrNull("suggestion"),
        };
    }
}
