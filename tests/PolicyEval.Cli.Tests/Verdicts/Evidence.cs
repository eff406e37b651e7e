using System.Text;
using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>A folder of evidence as the AWS CLI saves it, evaluated with the bundled policies by the real program.</summary>
internal sealed class Evidence : IDisposable
{
    /// <summary>When AWS generated the report, unless a test says otherwise; ages are measured here.</summary>
    public const string GeneratedTime = "2026-01-01T00:00:00+00:00";

    private readonly TemporaryFolder _folder = new();

    /// <summary>A report with its GeneratedTime, and no other file.</summary>
    public static Evidence Of(CredentialReportText report) => new Evidence().WithReport(report);

    /// <summary>Nothing yet.</summary>
    public static Evidence Empty() => new();

    /// <summary>Adds <c>credential-report.csv</c> and, for its time, <c>credential-report.json</c>.</summary>
    public Evidence WithReport(CredentialReportText report, string generatedTime = GeneratedTime)
    {
        var csv = report.ToString();
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(csv));
        _folder.Write("credential-report.csv", csv);
        return With(
            "credential-report.json",
            $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "{{generatedTime}}"}""");
    }

    /// <summary>Adds <c>account-summary.json</c>.</summary>
    public Evidence WithSummary(params (string Name, int Value)[] entries) => With(
        "account-summary.json",
        $$"""{"SummaryMap": { {{string.Join(", ", entries.Select(e => $"\"{e.Name}\": {e.Value}"))}} } }""");

    /// <summary>Adds a file.</summary>
    public Evidence With(string name, string content)
    {
        _folder.Write(name, content);
        return this;
    }

    /// <summary>Evaluates and gives the one finding of a control.</summary>
    public Verdict Verdict(string control, params string[] options) => Assert.Single(Verdicts(control, options));

    /// <summary>Evaluates and gives the finding of a control for one user.</summary>
    public Verdict VerdictOf(string user, string control, params string[] options) =>
        Assert.Single(Verdicts(control, options), verdict => verdict.Resource == user);

    /// <summary>Evaluates and gives the findings of a control.</summary>
    public IReadOnlyList<Verdict> Verdicts(string control, params string[] options)
    {
        using var report = Report(options);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("controls").EnumerateArray()
                .Any(item => item.GetString() == $"cis_v130/{control}"))
            .Select(Cli.Tests.Verdicts.Verdict.Read)];
    }

    /// <summary>Evaluates and gives the outcome of a control.</summary>
    public string ControlOutcome(string control, params string[] options)
    {
        using var report = Report(options);
        return Assert.Single(report.RootElement.GetProperty("controls").EnumerateArray(),
            item => item.GetProperty("id").GetString() == control).GetProperty("outcome").GetString()!;
    }

    /// <summary>Evaluates and gives the ids of the diagnostics in the report.</summary>
    public string[] DiagnosticIds(params string[] options)
    {
        using var report = Report(options);
        return [.. report.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Select(item => item.GetProperty("id").GetString()!)];
    }

    /// <summary>Evaluates and gives the JSON report.</summary>
    public JsonDocument Report(params string[] options)
    {
        var run = Run(options);
        Assert.True(run.ExitCode is 0 or 1 or 2, run.Error);
        return JsonDocument.Parse(run.Output);
    }

    /// <summary>Evaluates to JSON.</summary>
    public CliRun Run(params string[] options) =>
        CliRun.Of(["evaluate", _folder.Path, "--format", "json", .. options]);

    public void Dispose() => _folder.Dispose();
}
