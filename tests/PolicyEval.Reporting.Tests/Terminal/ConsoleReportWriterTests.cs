using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Terminal;

public sealed class ConsoleReportWriterTests
{
    private static readonly ReportOptions[] Details =
    [
        .. Enum.GetValues<ReportDetail>().Select(detail => new ReportOptions { Detail = detail }),
        new ReportOptions { FailuresOnly = true },
    ];

    [Fact]
    public void An_empty_result_is_a_whole_report() => Snapshot.Match(Sample.Empty.Write("console"));

    [Fact]
    public void A_normal_result_shows_failures_with_their_proof() => Snapshot.Match(Sample.Normal.Write("console"));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(200)]
    public void The_tables_follow_the_width(int width) => Snapshot.Match(
        Sample.Normal.Write("console", new ReportStyle(width, Color: false)), SnapshotNameExtension.Create(width));

    [Fact]
    public void Each_framework_goes_by_its_sections() =>
        Snapshot.Match(RepositorySample.Write("well-kept", "console", ReportOptions.Default));

    [Fact]
    public void A_baseline_and_old_evidence_are_in_the_headline() => Snapshot.Match(Sample.Gated.Write("console"));

    [Fact]
    public void A_few_accounts_have_a_column_each() => Snapshot.Match(OrganizationSample.Few.Write("console"));

    [Fact]
    public void Many_accounts_are_counted() => Snapshot.Match(OrganizationSample.Many.Write("console"));

    [Fact]
    public void Hostile_names_do_nothing() => Snapshot.Match(Sample.Hostile.Write("console"));

    [Fact]
    public void Errors_and_gaps_are_told_apart() => Snapshot.Match(Sample.Errors.Write("console"));

    [Fact]
    public void Colour_changes_no_word()
    {
        var colored = Sample.Normal.Write("console", new ReportStyle(80, Color: true));

        Assert.Contains("\u001b[", colored, StringComparison.Ordinal);
        Assert.Equal(Sample.Normal.Write("console"), TerminalText.WithoutColor(colored));
    }

    [Theory]
    [InlineData("console", false)]
    [InlineData("summary", false)]
    [InlineData("console", true)]
    [InlineData("summary", true)]
    public void No_control_character_of_the_evidence_reaches_the_terminal(string format, bool color)
    {
        Sample[] samples = [Sample.Hostile, OrganizationSample.Few, OrganizationSample.Many];
        foreach (var (sample, options) in samples.SelectMany(_ => Details, (sample, options) => (sample, options)))
        {
            var text = TerminalText.WithoutColor(sample.Write(format, new ReportStyle(80, color), options));
            Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2066' or '\u2028'));
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(133)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var style = new ReportStyle(width, Color: false);
        foreach (var (sample, options) in Sample.Names.SelectMany(_ => Details, (name, options) => (Sample.Named(name), options)))
        {
            Assert.All(
                sample.Write("console", style, options).Split('\n'),
                line => Assert.InRange(Words.TextLayoutTests.CellsOf(line), 0, width));
        }
    }

    [Fact]
    public void At_most_ten_resources_are_shown_and_the_rest_counted()
    {
        var text = Sample.Normal.Write("console");

        Assert.Contains("user-10", text, StringComparison.Ordinal);
        Assert.DoesNotContain("user-11", text, StringComparison.Ordinal);
        Assert.Contains("... and 2 more: fail", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_has_the_counts() =>
        Assert.StartsWith("16 findings: 2 pass, 13 fail (1 waived)", LastSentence(Sample.Normal), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReportDetail.Normal)]
    [InlineData(ReportDetail.Verbose)]
    public void Every_control_is_named(ReportDetail detail)
    {
        var text = Sample.Normal.Write("console", options: new ReportOptions { Detail = detail });

        foreach (var control in Sample.Normal.Footer.Controls)
            Assert.Matches($@"(?m)(^|^(NOT ASSESSED|MANUAL) .*) *{Regex.Escape(control.Id)}( |,|$)", text);
    }

    [Fact]
    public void Accounts_are_named_where_there_are_several()
    {
        var finding = Sample.FindingOf("p", "1.4", "bob", Outcome.Fail);
        var sample = new Sample(
            Sample.HeaderOf([], [Sample.Account, "444455556666"]),
            [finding],
            Sample.FooterOf([Sample.ControlOf("1.4", "t", Outcome.Fail, Outcome.Fail)], [finding], 1));

        Assert.Contains("111122223333 bob (fail)", sample.Write("console"), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_and_files_are_told_apart_where_there_are_several_snapshots()
    {
        var alone = Sample.HeaderOf([], [Sample.Account]);
        var other = new string('b', 64);
        var header = alone with
        {
            Snapshots =
            [
                alone.Snapshots[0] with { Name = "first", Label = new SnapshotLabel("first", "first") },
                alone.Snapshots[0] with
                {
                    Digest = other,
                    Label = new SnapshotLabel(Sample.File, $"{Sample.File}#2"),
                },
            ],
        };
        var finding = Sample.FindingOf("p", "1.4", "bob", Outcome.Fail) with
        {
            Evidence = [Sample.CellOf(2, 134, "mfa_active", "false")],
        };
        ImmutableArray<Finding> findings = [finding, finding with { Snapshot = other }];
        var control = Sample.ControlOf("1.4", "t", Outcome.Fail, Outcome.Fail, Outcome.Fail);

        var text = new Sample(header, findings, Sample.FooterOf([control], findings, 1)).Write("console");

        Assert.Contains(
            """
                     first: bob (fail)
                       first/credential-report.csv:2:134 mfa_active = false
                     credential-report.csv#2: bob (fail)
                       credential-report.csv#2:2:134 mfa_active = false

            """,
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("summary")]
    public void A_replaced_rule_stands_in_the_head(string format)
    {
        var header = Sample.Normal.Header;
        header = header with
        {
            Frameworks = [header.Frameworks[0] with { Origin = "mine/cis.yaml", ReplacesBundled = true }],
            Policies = [header.Policies[0] with { Origin = "mine/root.yaml", ReplacesBundled = true }],
        };

        var text = (Sample.Normal with { Header = header }).Write(format);

        Assert.Contains("\nREPLACED     framework cis_v130 (by mine/cis.yaml)\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nREPLACED     rule root-access-key-absent (by mine/root.yaml)\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("REPLACED", Sample.Normal.Write(format), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_without_a_control_is_a_row_with_its_failures()
    {
        var policy = new PolicyReference("a-rule-of-our-own", "Our rule", Severity.Low, Sample.Digest, "a.yaml", []);
        var fail = Sample.FindingOf(policy.Name, "", "bob", Outcome.Fail) with { Controls = [] };
        ImmutableArray<Finding> findings =
        [
            fail, fail with { Outcome = Outcome.Pass, Resource = fail.Resource with { Id = "alice" } },
        ];

        var text = new Sample(Sample.HeaderOf([policy], []), findings, Sample.FooterOf([], findings, 1))
            .Write("console");

        Assert.Contains(
            """
            a-rule-of-our-own
                     FAIL            low       1 of 2     Our rule
                     1 pass, 1 fail
                     bob (fail)

            """,
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("alice", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_was_of_no_use_is_shown_once_and_without_a_command()
    {
        var cell = Sample.CellOf(2, 73, "password_enabled", "maybe");
        var finding = Sample.FindingOf("p", "1.4", "bob", Outcome.Incomplete) with
        {
            Evidence = [cell],
            Missing = [new MissingEvidence(Sample.File, cell.Field, "is odd", "aws get-it") { Cell = cell }],
        };
        var control = Sample.ControlOf("1.4", "t", Outcome.Incomplete, Outcome.Incomplete);

        var text = new Sample(
            Sample.HeaderOf([], []), [finding], Sample.FooterOf([control], [finding], 2)).Write("console");

        Assert.Single(Regex.Matches(text, "credential-report.csv:2:73"));
        Assert.DoesNotContain("aws get-it", text, StringComparison.Ordinal);
    }

    private static string LastSentence(Sample sample)
    {
        var text = sample.Write("console").TrimEnd('\n');
        return text[text.IndexOf("16 findings", StringComparison.Ordinal)..];
    }
}
