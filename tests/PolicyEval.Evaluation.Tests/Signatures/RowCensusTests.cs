using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Signatures;

/// <summary>
/// Rows that were counted while a large report was opened give what they give when all of them are read again.
/// </summary>
public sealed class RowCensusTests(ITestOutputHelper output)
{
    private static readonly SnapshotLimits NothingHeld = SnapshotLimits.Default with { HeldBytes = 0 };

    private static readonly EvaluationRequest Request = new()
    {
        ToolVersion = "0",
        Frameworks = ["cis_v130", "cis_v500"],
        AsOf = RandomReport.AsOf,
    };

    [Fact]
    public void Rows_that_were_counted_give_what_they_give_when_they_are_read()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        for (var turn = 0; turn < 10; turn++)
        {
            // With more than 16 odd rows an account is read again, so few users and many both have to be there.
            var path = folder.PathOf($"report{turn}.csv");
            File.WriteAllText(path, RandomReport.Of(random, random.Next(1, 80), turn % 2 == 0 ? 12 : 200));
            var (plain, watched) = (Plan(path, Request, null), Plan(path, Request, Request));
            Assert.NotNull(CensusOf(watched));
            foreach (var degree in (int[])[1, 3])
                Check(plain, watched, degree, $"seed {seed}, turn {turn}");
        }
    }

    [Fact]
    public void A_census_for_other_policies_or_another_instant_is_not_used()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.csv");
        File.WriteAllText(path, RandomReport.Of(new Random(1), 4, 50));
        Assert.NotNull(CensusOf(Plan(path, Request, Request)));
        foreach (var other in (EvaluationRequest[])
            [
                Request with { AsOf = "2026-07-01T12:00:01Z" },
                Request with { AsOf = null },
                Request with { Sets = ["credentials-unused.maxAgeDays=7"] },
                Request with { Policies = ["one-active-access-key"] },
            ])
        {
            var plan = Plan(path, Request, other);
            Assert.Null(CensusOf(plan));
            Check(Plan(path, Request, null), plan, 2, other.ToString());
        }
    }

    [Fact]
    public void Rows_of_accounts_that_do_not_follow_each_other_are_read_again()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.csv");
        var report = new CredentialReportText();
        report.Root("111111111111", "aws").User("a", "111111111111", "aws")
            .Root("222222222222", "aws").User("b", "111111111111", "aws");
        File.WriteAllText(path, report.ToString());

        var plan = Plan(path, Request, Request);

        Assert.Null(CensusOf(plan));
        Check(Plan(path, Request, null), plan, 2, "scattered");
    }

    [Fact]
    public void A_row_that_is_read_by_itself_must_be_what_it_was()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.csv");
        var report = new CredentialReportText().Root().User("ada").ToString();
        File.WriteAllText(path, report);
        var plan = Plan(path, Request, Request);
        Evaluator.Run(plan, new CountedResults(), degreeOfParallelism: 1);

        File.WriteAllText(path, report.Replace("<root_account>", "<toor_account>", StringComparison.Ordinal));

        var changed = Assert.Throws<EvidenceReadException>(
            () => Evaluator.Run(plan, new CountedResults(), degreeOfParallelism: 1));
        Assert.Equal("PE6176", changed.Diagnostic.Id);
    }

    private static EvaluationPlan Plan(string path, EvaluationRequest request, EvaluationRequest? watching)
    {
        var opened = Snapshot.Open(path, new VerifyOptions
        {
            Limits = NothingHeld,
            Watchers = () => watching is null ? null : Evaluator.Watch(PolicyLibrary.LoadFor(watching), watching),
        });
        var preparation = Evaluator.Prepare(PolicyLibrary.LoadFor(request), [opened], request);
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        return preparation.Plan;
    }

    private static RowCensus? CensusOf(EvaluationPlan plan) => CensusPlanner.Find(
        plan.Snapshots.Single().Open(CancellationToken.None),
        SignaturePlanner.Of(plan.Policies).OfBareReports,
        plan.Policies);

    private static void Check(EvaluationPlan plain, EvaluationPlan watched, int degree, string what)
    {
        var (all, allOfWatched) = (new RunResults(), new RunResults());
        Evaluator.Run(plain, all, degree);
        Evaluator.Run(watched, allOfWatched, degree);
        Assert.True(all.Print() == allOfWatched.Print(), what);

        var wanted = new WantedResults();
        Evaluator.Run(watched, wanted, degree);
        Assert.True(WantedResults.FirstOf(all.Findings).Select(f => f.Fingerprint + f.Message)
            .SequenceEqual(wanted.Findings.Select(f => f.Fingerprint + f.Message)), what);
        Assert.Equal(all.Findings.Count, wanted.Findings.Count + wanted.Counted);
        Assert.Equal(WantedResults.Print(all.Footer), WantedResults.Print(wanted.Footer));

        var counted = new CountedResults();
        Evaluator.Run(watched, counted, degree);
        Assert.Equal(WantedResults.Print(all.Footer), WantedResults.Print(counted.Footer));
    }

    /// <summary>Wants no finding.</summary>
    private sealed class CountedResults : IResultSink
    {
        public RunFooter Footer { get; private set; } = null!;

        public int Wanted(PolicyReference policy, Outcome outcome) => 0;

        public void Begin(RunHeader header)
        {
        }

        public void Add(Finding finding)
        {
        }

        public void End(RunFooter footer) => Footer = footer;
    }
}
