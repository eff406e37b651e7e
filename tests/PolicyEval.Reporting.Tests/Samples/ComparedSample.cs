using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Comparing;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Comparisons of results made by hand.</summary>
internal static class ComparedSample
{
    /// <summary>A change of every kind.</summary>
    public static ComparisonReport Changed { get; } = Of(Old(), New(), failsOnNew: true);

    public static ComparisonReport Unchanged { get; } = Of(Old(), Old(), failsOnNew: true);

    /// <summary>Names that want to be more than text; half a surrogate pair among them.</summary>
    public static ComparisonReport Hostile { get; } = Of(ResultOf(Sample.Empty), ResultOf(Sample.Hostile), failsOnNew: false);

    /// <summary>More than anybody reads, and more than a comment holds.</summary>
    public static ComparisonReport Many(int count)
    {
        var sample = ResultOf(Sample.Normal);
        var template = sample.Findings[2];
        return Of(
            sample with { Findings = [] },
            sample with
            {
                Findings =
                [
                    .. Enumerable.Range(0, count).Select(i => Printed(template with
                    {
                        Message = new string('*', 300),
                        Resource = template.Resource with { Id = $"u{i:00000}", Arn = $"arn:aws:iam::{Sample.Account}:user/u{i:00000}" },
                    })),
                ],
            },
            failsOnNew: true);
    }

    public static string Write(this ComparisonReport report, string format)
    {
        using var stream = new MemoryStream();
        ComparisonFormats.Find(format)!.Write(report, stream, ReportStyle.Plain);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ComparisonReport Of(EvaluationResult old, EvaluationResult current, bool failsOnNew) => new()
    {
        ToolVersion = "0.1.0",
        Old = new ComparedInput("old.json", new string('d', 64)),
        New = new ComparedInput("new/", ""),
        Comparison = ResultComparer.Compare(old, current),
        FailsOnNew = failsOnNew,
    };

    private static EvaluationResult Old() => ResultOf(Sample.Normal) with
    {
        Findings =
        [
            .. ResultOf(Sample.Normal).Findings,
            Printed(Sample.FindingOf("user-mfa", "1.10", "far", Outcome.Fail) with
            {
                Resource = new ResourceReference("aws.iam.user", "far", "arn:aws:iam::444455556666:user/far", "444455556666"),
            }),
        ],
    };

    private static EvaluationResult New()
    {
        var old = ResultOf(Sample.Normal);
        var header = old.Header with
        {
            ToolVersion = "0.2.0",
            Settings = null,
            Policies = [.. old.Header.Policies.Select(policy => policy with { Sha256 = new string('e', 64) })],
            Snapshots =
            [
                old.Header.Snapshots[0] with { Digest = new string('b', 64), AsOf = "2026-01-12T00:00:00Z" },
                old.Header.Snapshots[0] with { AsOf = "2026-01-14T00:00:00Z" },
            ],
        };
        return old with
        {
            Header = header,
            Findings =
            [
                .. old.Findings.Select(finding => finding.Resource.Id switch
                {
                    "alice" => finding with { Outcome = Outcome.Fail, Message = "The user has a password and no MFA device.", Evidence = [Sample.CellOf(3, 120, "mfa_active", "false")] },
                    "user-01" => finding with { Waiver = null },
                    "user-02" => finding with { Outcome = Outcome.Pass, Violations = [], Reason = "", Message = "The user has MFA." },
                    "user-03" => finding with { Outcome = Outcome.Incomplete, Violations = [], Reason = "MissingEvidence" },
                    "user-04" => finding with { Evidence = [Sample.CellOf(9, 118, "password_enabled", "TRUE"), Sample.CellOf(9, 140, "mfa_active", "false")] },
                    "user-06" => finding with { Waiver = new WaiverReference("w", "o", "j", "2027-01-01T00:00:00Z") },
                    "odd" => finding with { Outcome = Outcome.Pass, Missing = [], Message = "" },
                    _ => finding,
                }).Where(finding => finding.Resource.Id is not ("user-05" or "bob")),
                Printed(Sample.FindingOf("user-mfa", "1.10", "user-13", Outcome.Fail) with { Evidence = [Sample.CellOf(17, 9, "mfa_active", "false")] }),
                Printed(Sample.FindingOf("user-mfa", "1.10", "carol", Outcome.Pass)),
            ],
        };
    }

    private static EvaluationResult ResultOf(Sample sample) =>
        new(sample.Header, [.. sample.Findings.Select(Printed)], sample.Footer);

    private static Finding Printed(Finding finding) => finding with
    {
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Policy} {finding.Resource}")).AsSpan(0, 16)),
    };
}
