using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Comparison;

/// <summary>What holds of any two results; a failure names its seed.</summary>
public sealed class ComparisonPropertyTests
{
    private const int Pairs = 2000;

    private static readonly string[] Outcomes = ["pass", "fail", "fail ~w", "not_applicable", "incomplete", "not_assessed", "error"];
    private static readonly string[] Accounts = [ResultText.Account, ResultText.Other];

    [Fact]
    public void A_result_does_not_differ_from_itself() => ForAll((old, _, _) =>
    {
        var same = ResultComparer.Compare(old, old);

        Assert.All(same.Findings, change => Assert.Equal(ChangeKind.Unchanged, change.Kind));
        Assert.Empty(same.Inputs);
        Assert.Empty(same.Accounts);
        Assert.Empty(same.Controls);
        Assert.Empty(same.Resources);
        Assert.Equal(0, same.GateExitCode);
    });

    [Fact]
    public void What_is_new_one_way_is_fixed_or_out_of_sight_the_other_way() => ForAll((old, current, _) =>
    {
        var (there, back) = (ResultComparer.Compare(old, current), ResultComparer.Compare(current, old));

        Assert.Equal(Of(there, ChangeKind.New), Of(back, ChangeKind.Fixed, ChangeKind.Unseen));
        Assert.Equal(Of(back, ChangeKind.New), Of(there, ChangeKind.Fixed, ChangeKind.Unseen));
        Assert.Equal(Of(there, ChangeKind.Unwaived), Of(back, ChangeKind.Waived));
        Assert.Equal(Of(there, ChangeKind.Outcome), Of(back, ChangeKind.Outcome));
        Assert.Equal(Of(there, ChangeKind.Evidence), Of(back, ChangeKind.Evidence));
        Assert.Equal(Of(there, ChangeKind.Appeared), Of(back, ChangeKind.Disappeared));
        Assert.Equal(Of(there, ChangeKind.Unchanged), Of(back, ChangeKind.Unchanged));
        Assert.Equal(there.Resources.Select(r => (r.Resource, !r.HasAppeared)), back.Resources.Select(r => (r.Resource, r.HasAppeared)));
    });

    [Fact]
    public void Every_finding_is_in_exactly_one_change() => ForAll((old, current, _) =>
    {
        var changes = ResultComparer.Compare(old, current).Findings;

        Assert.Equal(old.Findings.Length, changes.Count(change => change.Old is not null));
        Assert.Equal(current.Findings.Length, changes.Count(change => change.New is not null));
    });

    [Fact]
    public void The_order_of_rows_changes_nothing() => ForAll((old, current, random) =>
    {
        var expected = ResultComparer.Compare(old, current);
        var shuffled = ResultComparer.Compare(Shuffled(old, random), Shuffled(current, random));

        Assert.Equal(Lines(expected), Lines(shuffled));
        Assert.Equal(expected.Resources.AsEnumerable(), shuffled.Resources);
        Assert.Equal(expected.Accounts.AsEnumerable(), shuffled.Accounts);
    });

    [Fact]
    public void A_failure_that_nothing_disproves_is_never_fixed() => ForAll((old, current, _) =>
    {
        foreach (var change in ResultComparer.Compare(old, current).Findings.Where(c => c.Kind == ChangeKind.Fixed))
        {
            Assert.True(change.New?.Outcome is Outcome.Pass or Outcome.NotApplicable || change.Absence == Absence.Resource);
            if (change.New is null)
            {
                Assert.Contains(current.Findings, finding => finding.Resource.Account == change.Old!.Resource.Account);
                Assert.DoesNotContain(current.Findings, finding => finding.Resource.Id == "*" && finding.Policy == change.Old!.Policy
                    && finding.Resource.Account == change.Old!.Resource.Account);
            }
        }
    });

    private static void ForAll(Action<EvaluationResult, EvaluationResult, Random> check)
    {
        for (var seed = 0; seed < Pairs; seed++)
        {
            var random = new Random(seed);
            var (old, current) = (LinesOf(random), LinesOf(random));
            try
            {
                check(ResultText.Of(old), ResultText.Of(current), random);
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}:\n{string.Join('\n', old)}\nand\n{string.Join('\n', current)}\n{failure.Message}");
            }
        }
    }

    private static string[] LinesOf(Random random)
    {
        var lines = new List<string>();
        foreach (var account in Accounts.Where(_ => random.Next(4) > 0))
        {
            foreach (var policy in (string[])["p", "q", "r"])
            {
                if (random.Next(6) == 0)
                    lines.Add($"{account} {policy} * {(random.Next(2) == 0 ? "incomplete" : "not_assessed")} @{policy}");
                foreach (var user in (string[])["a", "b", "c"])
                {
                    if (random.Next(3) > 0)
                        lines.Add($"{account} {policy} {user} {Outcomes[random.Next(Outcomes.Length)]} f={random.Next(3)} @{policy}");
                    if (policy == "r" && random.Next(3) == 0)
                        lines.Add($"{account} r {user} {Outcomes[random.Next(Outcomes.Length)]} f={random.Next(3)} @s %days={random.Next(2)}");
                }
            }
        }

        return [.. lines];
    }

    /// <summary>The same findings in another order, with other lines, columns and digests of the files.</summary>
    private static EvaluationResult Shuffled(EvaluationResult result, Random random)
    {
        var findings = result.Findings.ToArray();
        random.Shuffle(findings);
        return result with
        {
            Findings =
            [
                .. findings.Select(finding => finding with
                {
                    Evidence = [.. finding.Evidence.Select(cell => cell with { Line = random.Next(100), Column = random.Next(100), Sha256 = "x" })],
                }),
            ],
            Header = result.Header with { Snapshots = [.. result.Header.Snapshots.Reverse()] },
        };
    }

    private static string[] Of(ResultComparison comparison, params ChangeKind[] kinds) =>
    [
        .. comparison.Findings.Where(change => kinds.Contains(change.Kind))
            .Select(change => $"{change.Subject.Fingerprint} {string.Join(' ', ControlsOf(change))} {change.Absence}")
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> ControlsOf(FindingChange change) =>
        (change.Old?.Controls ?? []).Concat(change.New?.Controls ?? []).Distinct().Order(StringComparer.Ordinal);

    private static string[] Lines(ResultComparison comparison) =>
    [
        .. comparison.Findings.Select(change =>
            $"{change.Kind} {change.Subject.Fingerprint} {change.Old?.Outcome} {change.New?.Outcome} {change.Absence} "
            + string.Join(' ', change.Evidence.Select(e => $"{e.Field}: {string.Join(',', e.Old)} {string.Join(',', e.New)}"))),
    ];
}
