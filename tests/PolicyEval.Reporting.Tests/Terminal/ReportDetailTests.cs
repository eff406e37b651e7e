using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Terminal;

/// <summary>How much the console report says.</summary>
public sealed class ReportDetailTests
{
    private static readonly ReportOptions Quiet = new() { Detail = ReportDetail.Quiet };
    private static readonly ReportOptions Verbose = new() { Detail = ReportDetail.Verbose };
    private static readonly ReportOptions FailuresOnly = new() { FailuresOnly = true };

    [Fact]
    public void Quiet_says_what_is_not_standard_and_the_counts() =>
        Snapshot.Match(Sample.Normal.Write("console", options: Quiet));

    [Fact]
    public void Verbose_says_everything() => Snapshot.Match(Sample.Normal.Write("console", options: Verbose));

    [Fact]
    public void Failures_only_leaves_out_what_passes_or_is_not_decided() =>
        Snapshot.Match(Sample.Normal.Write("console", options: FailuresOnly));

    [Fact]
    public void Failures_only_shows_errors_and_gaps_too() =>
        Snapshot.Match(Sample.Errors.Write("console", options: FailuresOnly));

    [Fact]
    public void Failures_only_shortens_the_table_of_accounts() =>
        Snapshot.Match(OrganizationSample.Few.Write("console", options: FailuresOnly));

    [Fact]
    public void Where_nothing_fails_it_is_said()
    {
        var control = Sample.ControlOf("1.4", "t", Outcome.Pass, Outcome.Pass);
        var finding = Sample.FindingOf("p", "1.4", "bob", Outcome.Pass);
        var text = new Sample(Sample.HeaderOf([], []), [finding], Sample.FooterOf([control], [finding], 0))
            .Write("console", options: FailuresOnly);

        Assert.Contains("\nNo control fails, ends in an error or lacks evidence.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PASS", text, StringComparison.Ordinal);
        Assert.Contains("\n1 of 1 controls assessed (cis_v130): 1 pass\n", text, StringComparison.Ordinal);
    }

    /// <summary>The last lines have the denominators, and they are those of the whole report.</summary>
    [Fact]
    public void The_counts_are_the_same_in_each()
    {
        foreach (var sample in Sample.Names.Select(Sample.Named))
        {
            var counts = CountsOf(sample.Write("console"));
            Assert.All(
                [Quiet, Verbose, FailuresOnly],
                options => Assert.Equal(counts, CountsOf(sample.Write("console", options: options))));
        }
    }

    [Fact]
    public void Verbose_shows_more_than_ten_resources_and_says_where_it_ends()
    {
        Assert.Contains("user-12", Sample.Normal.Write("console", options: Verbose), StringComparison.Ordinal);

        var text = LargeSample.Write("console", Verbose);
        Assert.Contains("... and 9000 more: fail", text, StringComparison.Ordinal);
        Assert.Contains("... and 39000 more: pass", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_counts_are_not_cut()
    {
        var control = Sample.ControlOf("1.10", "t", Outcome.Fail) with
        {
            Severity = Severity.Medium,
            Counts = OutcomeCounts.None with { Fail = 1_234_567, Pass = 8_765_433 },
        };
        var text = new Sample(Sample.HeaderOf([], []), [], Sample.FooterOf([control], [], 1)).Write("console");

        Assert.Contains("medium    1234567 of 10000000\n         t\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_id_makes_its_column_wider()
    {
        var control = Sample.ControlOf("CloudTrail.10", "t", Outcome.Pass, Outcome.Pass);
        var text = new Sample(Sample.HeaderOf([], []), [], Sample.FooterOf([control], [], 0)).Write("console");

        Assert.Contains("\nControl       Outcome  ", text, StringComparison.Ordinal);
        Assert.Contains("\nCloudTrail.10 PASS     ", text, StringComparison.Ordinal);
    }

    private static string CountsOf(string text) => Regex.Match(
        text, @"(?s)(?:\d+ of \d+ controls assessed|\d+ of \d+ accounts have evidence(?=\n(?:Diag|\d))|\d+ findings?: ).*\z").Value;
}
