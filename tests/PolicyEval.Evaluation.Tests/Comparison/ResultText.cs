using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Comparison;

/// <summary>
/// A result in a few words: a line for each finding, <c>account policy resource outcome</c>, then what may follow:
/// <c>field=value</c> for evidence, <c>!reason</c>, <c>~waiver</c>, <c>@control</c>, <c>%param=value</c>,
/// <c>?field=why</c> for what is missing, <c>#n</c> for the snapshot of the account.
/// </summary>
internal static class ResultText
{
    public const string Account = "111122223333";
    public const string Other = "444455556666";

    public static EvaluationResult Of(params string[] lines)
    {
        var findings = lines.Select(FindingOf).ToImmutableArray();
        var policies = findings.GroupBy(finding => finding.Policy).Select(group => new PolicyReference(
            group.Key, group.Key, Severity.High, new string('1', 64), "bundled", group.First().Params));
        var snapshots = findings.GroupBy(finding => finding.Snapshot).Select(group => SnapshotOf(
            group.Key, [.. group.Select(finding => finding.Resource.Account).Distinct()]));
        var counts = findings.Aggregate(OutcomeCounts.None, (c, f) => c.Add(f.Outcome, f.Waiver is not null));
        var header = new RunHeader
        {
            ToolVersion = "0.1.0",
            Options = new RunOptions(["f"], [], null, [], null, Strict: false),
            Snapshots = [.. snapshots],
            Frameworks = [new FrameworkReference("f", "F", "1", new string('f', 64), "bundled")],
            Policies = [.. policies],
        };
        return new EvaluationResult(header, findings, new RunFooter
        {
            Controls = [.. findings.SelectMany(f => f.Controls).Distinct().Select(control => ControlOf(control, findings))],
            Diagnostics = [],
            Findings = counts,
            GateFailures = counts.Fail - counts.Waived,
            ExitCode = 0,
        });
    }

    private static SnapshotReference SnapshotOf(string digest, ImmutableArray<string> accounts) => new()
    {
        Name = digest,
        Digest = digest,
        Account = accounts is [var only] ? only : "",
        Accounts = accounts,
        Partition = "aws",
        AsOf = $"2026-03-0{digest[^1]}T00:00:00Z",
        Sources = [],
    };

    private static ControlResult ControlOf(string control, ImmutableArray<Finding> findings)
    {
        var counts = findings.Where(f => f.Controls.Contains(control))
            .Aggregate(OutcomeCounts.None, (c, f) => c.Add(f.Outcome, f.Waiver is not null));
        return new ControlResult
        {
            Framework = control.Split('/')[0],
            Id = control.Split('/')[1],
            Title = control,
            Section = "IAM",
            Levels = [1],
            Assessment = "automated",
            Outcome = counts.RollUp,
            Counts = counts,
        };
    }

    private static Finding FindingOf(string text, int index)
    {
        var words = text.Split(' ');
        var (account, policy, id, outcome) = (words[0], words[1], words[2], words[3]);
        var rest = words[4..];
        IEnumerable<string> Of(char mark) => rest.Where(word => word[0] == mark).Select(word => word[1..]);
        var reasons = Of('!').ToImmutableArray();
        return new Finding
        {
            Policy = policy,
            Title = policy,
            Controls = [.. Of('@').Select(id => $"f/{id}")],
            Snapshot = $"{account}-{Of('#').FirstOrDefault("1")}",
            Resource = new ResourceReference("aws.iam.user", id, id == "*" ? "" : $"arn:aws:iam::{account}:user/{id}", account),
            Outcome = OutcomeNames.OfPolicies[outcome],
            Reason = reasons.FirstOrDefault(""),
            Violations = [.. reasons.Select(reason => new Violation(reason, reason))],
            Severity = Severity.High,
            Fingerprint = $"{account} {policy} {id}",
            Waiver = Of('~').Select(name => new WaiverReference(name, "o", "j", "2027-01-01T00:00:00Z")).FirstOrDefault(),
            Params = [.. Of('%').Select(word => word.Split('=')).Select(p => new ParamReference(p[0], "int", p[1], p[1]))],
            Missing = [.. Of('?').Select(word => word.Split('=')).Select(p => new MissingEvidence("f.csv", p[0], p[1], ""))],
            Evidence =
            [
                .. rest.Where(word => char.IsAsciiLetter(word[0])).Select(word => word.Split('=')).Select((p, i) =>
                    new EvidenceCell("f.csv", index.ToString("x64", CultureInfo.InvariantCulture), index + 2, i + 1, p[0], p[1])),
            ],
        };
    }
}
