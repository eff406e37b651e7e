using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>A result of 50,000 findings of one account, made one by one: every fifth fails.</summary>
internal static class LargeSample
{
    public const int Count = 50_000;
    public const int Failures = Count / 5;

    private static readonly Severity[] Severities =
        [Severity.Low, Severity.Medium, Severity.High, Severity.Critical, Severity.Info];

    /// <summary>The findings, in the order of the evidence.</summary>
    public static IEnumerable<Finding> Findings => Enumerable.Range(1, Count).Select(FindingOf);

    /// <summary>Writes the report of a format.</summary>
    public static void Write(string format, Stream stream, ReportOptions? options = null)
    {
        var sink = ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, options ?? ReportOptions.Default);
        sink.Begin(Header);
        foreach (var finding in Findings)
            sink.Add(finding);
        sink.End(Footer);
        (sink as IDisposable)?.Dispose();
    }

    /// <summary>The report of a format as text.</summary>
    public static string Write(string format, ReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        Write(format, stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static RunHeader Header { get; } = MakeHeader();

    private static RunHeader MakeHeader()
    {
        var policy = new PolicyReference(
            "user-mfa", "Users have MFA", Severity.Critical, new string('4', 64), "bundled", [])
        {
            Controls = ["cis_v130/1.10"],
            Resource = "aws.iam.user",
            File = "policies/iam/user-mfa.yaml",
            Line = 4,
        };
        var header = Sample.HeaderOf([policy], [Sample.Account]);
        return header with { Snapshots = [header.Snapshots[0] with { AsOf = "2026-01-10T00:00:00Z" }] };
    }

    /// <summary>What the findings add up to.</summary>
    public static RunFooter Footer
    {
        get
        {
            var counts = OutcomeCounts.None with { Pass = Count - Failures, Fail = Failures };
            var control = Sample.ControlOf("1.10", "Users have MFA", Outcome.Fail, Outcome.Fail) with
            {
                Counts = counts,
                Policies = ["user-mfa"],
            };
            return Sample.FooterOf([control], [], exitCode: 1) with { Findings = counts, GateFailures = Failures };
        }
    }

    private static Finding FindingOf(int number)
    {
        var fails = number % 5 == 0;
        var name = number.ToString("'user-'00000", CultureInfo.InvariantCulture);
        var finding = Sample.FindingOf("user-mfa", "1.10", name, fails ? Outcome.Fail : Outcome.Pass);
        return finding with
        {
            Severity = Severities[number / 5 % Severities.Length],
            Reason = fails ? "NoMfa" : "",
            Message = fails ? "The user has no MFA device." : "The user has an MFA device.",
            Evidence = [Sample.CellOf(number + 2, 140, "mfa_active", fails ? "false" : "true")],
            Fingerprint = Fingerprint.Of(finding.Policy, finding.Resource),
        };
    }
}
