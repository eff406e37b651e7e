using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Results of many accounts, of which some are missing, and all names are hostile.</summary>
internal static class OrganizationSample
{
    private const string HostileName = "=cmd|'\u001b[31m</script>\u202e\n,\"x";

    /// <summary>As many accounts as have a column each.</summary>
    public static Sample Few { get; } = Of(evaluated: 3, HostileName);

    /// <summary>More accounts than that.</summary>
    public static Sample Many { get; } = Of(evaluated: 12, HostileName);

    /// <summary>A few accounts that all have one name.</summary>
    public static Sample Named(string name) => Of(evaluated: 3, name);

    private static Sample Of(int evaluated, string name)
    {
        ImmutableArray<AccountResult> accounts =
        [
            .. Enumerable.Range(1, evaluated).Select(number => Evaluated(number, name)),
            Without(evaluated + 1, name, AccountMembership.Expected, AccountEvidence.Missing),
            Without(evaluated + 2, name, AccountMembership.Expected, AccountEvidence.Unusable) with { Snapshots = ["bad"] },
            Without(evaluated + 3, name, AccountMembership.Inactive, AccountEvidence.Missing),
        ];
        var snapshots = Enumerable.Range(1, evaluated).Select(number => SnapshotOf(number, name)).ToImmutableArray();
        var findings = snapshots.Select((snapshot, i) =>
            Sample.FindingOf("a-policy", "1.5", "user", i % 2 == 0 ? Outcome.Fail : Outcome.Pass) with
            {
                Snapshot = snapshot.Digest,
                Resource = new ResourceReference("aws.iam.user", "user", $"arn:aws:iam::{IdOf(i + 1)}:user/user", IdOf(i + 1)),
                Message = "It is so.",
            }).ToImmutableArray();
        var failing = findings.Count(finding => finding.Outcome == Outcome.Fail);
        var counts = new AccountCounts(OutcomeCounts.None with { Pass = evaluated - failing, Fail = failing }, Missing: 2);
        var control = Sample.ControlOf("1.5", "A control", Outcome.Fail, [.. findings.Select(f => f.Outcome)]) with
        {
            Accounts = counts,
        };
        var footer = Sample.FooterOf([control, Sample.ControlOf("1.6", "Another", Outcome.Manual)], findings, exitCode: 3);
        var header = Sample.HeaderOf([], []);
        return new Sample(
            header with
            {
                Snapshots = snapshots,
                LeftOut =
                [
                    new LeftOutReference("old/" + name, IdOf(1), "2026-01-01T00:00:00Z", "older", "new"),
                    new LeftOutReference("same", IdOf(1), null, "same-time", "new"),
                ],
                Populations =
                [
                    new PopulationReference(IsFile: true, "accounts.csv", new string('7', 64), 6, IsWhole: true),
                    new PopulationReference(
                        IsFile: false, "organization/2026-03-01T061530Z", new string('8', 64), 6, IsWhole: false),
                ],
            },
            findings,
            footer with { Accounts = accounts });
    }

    private static string IdOf(int number) => number.ToString("D12", CultureInfo.InvariantCulture);

    private static string LabelOf(int number) => $"{IdOf(number)}/2026-03-01T061530Z";

    private static SnapshotReference SnapshotOf(int number, string name) => Sample.HeaderOf([], [IdOf(number)]).Snapshots[0] with
    {
        Name = LabelOf(number),
        Label = new SnapshotLabel(LabelOf(number), LabelOf(number)),
        Digest = number.ToString("x64", CultureInfo.InvariantCulture),
        AccountName = number == 1 ? name : "",
        AsOf = "2026-03-01T06:12:45Z",
    };

    private static AccountResult Evaluated(int number, string name) => new()
    {
        Id = IdOf(number),
        Name = number == 1 ? name : "",
        Membership = number == 2 ? AccountMembership.Unexpected : AccountMembership.Expected,
        Evidence = number == 3 ? AccountEvidence.Partial : AccountEvidence.Given,
        Snapshots = [LabelOf(number)],
        Findings = OutcomeCounts.None.Add(number % 2 == 1 ? Outcome.Fail : Outcome.Pass, waived: number == 3),
        Controls =
        [
            new AccountVerdict("cis_v130/1.5", number % 2 == 1 ? Outcome.Fail : Outcome.Pass, IsWaived: number == 3),
        ],
    };

    private static AccountResult Without(int number, string name, AccountMembership membership, AccountEvidence evidence) => new()
    {
        Id = IdOf(number),
        Name = name,
        Membership = membership,
        Evidence = evidence,
        Findings = OutcomeCounts.None,
    };
}
