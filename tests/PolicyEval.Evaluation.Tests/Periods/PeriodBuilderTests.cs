using PolicyEval.Evaluation.Periods;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Comparison;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Tests.Periods;

/// <summary>What the snapshots of the first days of March say together.</summary>
public sealed class PeriodBuilderTests
{
    private const string Own = ResultText.Account;
    private const string Other = ResultText.Other;

    /// <summary>The outcomes of a user on days in a row (a dot for a day without a snapshot) and what they make.</summary>
    [Theory]
    [InlineData("pass pass", "")]
    [InlineData("fail fail", "Open 1- 2 ")]
    [InlineData("fail pass", "Fixed 1- 1 2")]
    [InlineData("pass fail pass", "Fixed 2 2 3")]
    [InlineData("pass fail fail", "Open 2 3 ")]
    [InlineData("pass fail not_applicable", "Fixed 2 2 3")]
    [InlineData("pass fail gone", "Fixed 2 2 3")]
    [InlineData("pass fail . . pass", "Fixed 2 2 5")]
    [InlineData("pass fail incomplete", "Unseen 2 2 ")]
    [InlineData("pass fail error", "Unseen 2 2 ")]
    [InlineData("pass fail not_assessed", "Unseen 2 2 ")]
    [InlineData("pass fail unlisted", "Unseen 2 2 ")]
    [InlineData("pass fail incomplete pass", "Fixed 2 2 4")]
    [InlineData("pass fail incomplete fail", "Open 2 4 ")]
    [InlineData("pass fail unlisted gone", "Fixed 2 2 4")]
    [InlineData("incomplete fail", "Open 2- 2 ")]
    [InlineData("unlisted incomplete fail pass", "Fixed 3- 3 4")]
    [InlineData("pass incomplete fail", "Open 3 3 ")]
    [InlineData("gone incomplete fail", "Open 3 3 ")]
    [InlineData("fail pass fail", "Open 3 3 ; Fixed 1- 1 2")]
    [InlineData("fail pass fail pass", "Fixed 1- 1 2; Fixed 3 3 4")]
    [InlineData(". fail", "Open 2- 2 ")]
    public void A_failure_lasts_from_the_first_that_shows_it_to_the_first_that_shows_it_fixed(string days, string expected)
    {
        var report = BuilderOf(days).Build()!;

        Assert.Equal(expected, string.Join("; ", report.Episodes.Select(episode =>
            $"{episode.State} {episode.FirstSeen.Day}{(episode.IsOlder ? "-" : "")} {episode.LastSeen.Day} {episode.Fixed?.Day}")));
    }

    [Fact]
    public void The_order_in_which_snapshots_come_changes_nothing()
    {
        var (forward, backward) = (BuilderOf("pass fail incomplete pass fail").Build()!, BuilderOf("pass fail incomplete pass fail", backwards: true).Build()!);

        Assert.Equal(forward.Episodes.AsEnumerable(), backward.Episodes, EqualTexts);
        Assert.Equal(forward.Snapshots.Select(s => s.Digest), backward.Snapshots.Select(s => s.Digest));
    }

    [Fact]
    public void Of_two_as_of_one_instant_their_seals_tell_the_later_one()
    {
        var builder = new PeriodBuilder(March(1, 1));
        AddSealed(builder, 1, "2026-03-01T09:00:00Z", $"{Own} p u pass");
        AddSealed(builder, 11, "2026-03-01T08:00:00Z", $"{Own} p u fail");
        var report = builder.Build()!;

        Assert.Equal(EpisodeState.Fixed, Assert.Single(report.Episodes).State);
        Assert.Equal(["day11", "day1"], report.Accounts[0].Read.Select(snapshot => snapshot.Name));
    }

    [Fact]
    public void The_time_to_fix_is_that_between_two_snapshots()
    {
        var episode = Assert.Single(BuilderOf("pass fail . pass").Build()!.Episodes);

        Assert.Equal(TimeSpan.FromDays(2), episode.TimeToFix);
        Assert.Equal(("p", "u", Own), (episode.Policy, episode.Resource.Id, episode.Resource.Account));
    }

    [Fact]
    public void A_waived_failure_is_marked_as_of_the_last_evidence()
    {
        var builder = new PeriodBuilder(March(1, 3));
        Add(builder, 1, $"{Own} p u fail ~w");
        Add(builder, 2, $"{Own} p u fail");
        Assert.False(Assert.Single(builder.Build()!.Episodes).IsWaived);
        Add(builder, 3, $"{Own} p u fail ~w");
        Assert.True(Assert.Single(builder.Build()!.Episodes).IsWaived);
    }

    [Fact]
    public void Frameworks_with_parameters_of_their_own_have_episodes_of_their_own()
    {
        var builder = new PeriodBuilder(March(1, 2));
        Add(builder, 1, $"{Own} p u fail @1.3 %d=90", $"{Own} p u fail @1.4 %d=45");
        Add(builder, 2, $"{Own} p u pass @1.3 %d=90", $"{Own} p u fail @1.4 %d=45");

        Assert.Equal(["Open f/1.4", "Fixed f/1.3"], builder.Build()!.Episodes.Select(e => $"{e.State} {e.Controls[0]}"));
    }

    [Fact]
    public void Every_day_of_every_account_has_a_state()
    {
        var builder = new PeriodBuilder(March(1, 7));
        Add(builder, 1, $"{Own} p u pass");
        Add(builder, 2, $"{Own} p u pass", $"{Other} p u pass");
        AddIncomplete(builder, 3, $"{Own} p u pass");
        AddIncomplete(builder, 5, $"{Own} p u pass");
        Add(builder, 5, $"{Own} p u pass");
        builder.AddFailed("x/4", Own, Day(4), "damaged");
        builder.AddFailed("x/5", Own, Day(5), "damaged");
        builder.AddFailed("x/9", Own, Day(9), "of another time");
        builder.AddFailed("y/2", "", null, "of nobody knows whom");
        var report = builder.Build()!;

        Assert.Equal(
            [$"{Own} Complete Complete Incomplete Failed Complete None None", $"{Other} None Complete None None None None None"],
            report.Accounts.Select(account => $"{account.Account} {string.Join(' ', account.Days)}"));
        Assert.Equal(["4-4", "6-7"], report.Accounts[0].Gaps.Select(gap => $"{gap.From.Day}-{gap.To.Day}"));
        Assert.Equal([1, 2], report.Accounts[0].Gaps.Select(gap => gap.Days));
        Assert.Equal(["1-1", "3-7"], report.Accounts[1].Gaps.Select(gap => $"{gap.From.Day}-{gap.To.Day}"));
        Assert.Equal(
            ["y/2 False", "day3 True", "x/4 False", "day5 True", "x/5 False"],
            report.Failed.Select(failed => $"{failed.Path} {failed.IsUsed}"));
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public void Complete_evidence_of_every_day_is_success_whatever_it_shows()
    {
        var report = BuilderOf("fail fail fail").Build()!;

        Assert.True(report.Accounts[0].IsWhole);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public void The_borders_of_the_period_are_exact()
    {
        var span = new PeriodSpan(Day(2), Day(4));
        var builder = new PeriodBuilder(span);
        foreach (var day in (int[])[1, 2, 3, 4])
            Add(builder, day, $"{Own} p u pass");
        var report = builder.Build()!;

        Assert.Equal(["day2", "day3"], report.Snapshots.Select(snapshot => snapshot.Name));
        Assert.Equal((2, Day(2), Day(4)), (span.Days, report.From, report.To));
    }

    [Fact]
    public void Without_any_evidence_there_is_no_report()
    {
        var builder = new PeriodBuilder(March(5, 6));
        Assert.Null(builder.Build());
        Add(builder, 1, $"{Own} p u pass");
        builder.AddFailed("x", Own, Day(5), "damaged");
        Assert.Null(builder.Build());
    }

    [Fact]
    public void Evidence_that_does_not_tell_its_day_is_of_none()
    {
        var builder = new PeriodBuilder(March(1, 2));
        Add(builder, 1, $"{Own} p u pass");
        var result = ResultText.Of($"{Own} p u fail");
        (result with { Header = result.Header with { Snapshots = [result.Header.Snapshots[0] with { AsOf = null }] } }).Replay(builder.Sink("bare"));
        var report = builder.Build()!;

        Assert.Empty(report.Episodes);
        Assert.Equal("bare", Assert.Single(report.Failed).Path);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01", 1)]
    [InlineData("2026-03-01", "2026-03-31", 31)]
    [InlineData("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z", 2)]
    [InlineData("2026-03-01T12:00:00Z", "2026-03-02T00:00:00Z", 1)]
    [InlineData("2026-03-01T00:00:00+02:00", "2026-03-01", 2)]
    public void A_period_touches_days_in_utc(string from, string to, int days) =>
        Assert.Equal(days, PeriodSpan.Read(from, to, [])!.Days);

    [Theory]
    [InlineData("2026-03-01", "yesterday", "PE4020")]
    [InlineData("2026-03-01T00:00:00", "2026-03-02", "PE4020")]
    [InlineData("2026-03-02", "2026-03-01", "PE4021")]
    [InlineData("2026-03-02", "2026-03-02T00:00:00Z", "PE4021")]
    [InlineData("1900-01-01", "2026-03-02", "PE4021")]
    public void What_is_no_period_is_said(string from, string to, string id)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(PeriodSpan.Read(from, to, diagnostics));
        Assert.Equal(id, Assert.Single(diagnostics).Id);
    }

    private static PeriodBuilder BuilderOf(string outcomes, bool backwards = false)
    {
        var days = outcomes.Split(' ').Index().Where(day => day.Item != ".").Select(day => (Day: day.Index + 1, Lines: LinesOf(day.Item)));
        var builder = new PeriodBuilder(March(1, outcomes.Split(' ').Length));
        foreach (var (day, lines) in backwards ? days.Reverse() : days)
            Add(builder, day, lines);
        return builder;
    }

    private static string[] LinesOf(string outcome) => outcome switch
    {
        "gone" => [$"{Own} p other pass"],
        "unlisted" => [$"{Own} p * incomplete"],
        _ => [$"{Own} p u {outcome}"],
    };

    private static PeriodSpan March(int first, int last) => new(Day(first), Day(last + 1));

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static void Add(PeriodBuilder builder, int day, params string[] lines) =>
        ResultOf(day, seal: null, lines).Replay(builder.Sink($"day{day}"));

    private static void AddIncomplete(PeriodBuilder builder, int day, params string[] lines) =>
        ResultOf(day, new SealReference { IsCollected = true, At = "2026-03-01T00:00:00Z", IsComplete = false }, lines)
            .Replay(builder.Sink($"day{day}"));

    private static void AddSealed(PeriodBuilder builder, int day, string at, params string[] lines) =>
        ResultOf(day, new SealReference { IsCollected = true, At = at, IsComplete = true }, lines).Replay(builder.Sink($"day{day}"));

    private static EvaluationResult ResultOf(int day, SealReference? seal, string[] lines)
    {
        var result = ResultText.Of([.. lines.Select(line => $"{line} #{day}")]);
        var snapshot = result.Header.Snapshots[0];
        return result with
        {
            Header = result.Header with
            {
                Snapshots = [snapshot with { Seal = seal, Accounts = [.. result.Header.Snapshots.SelectMany(s => s.Accounts)] }],
            },
        };
    }

    private static bool EqualTexts(FailureEpisode left, FailureEpisode right) =>
        (left with { Controls = [] }).ToString() == (right with { Controls = [] }).ToString();
}
