using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Csv;

public sealed class CsvReportWriterTests
{
    [Theory]
    [InlineData("Normal", CsvView.Results)]
    [InlineData("Normal", CsvView.Controls)]
    [InlineData("Hostile", CsvView.Results)]
    [InlineData("Few", CsvView.Results)]
    public void It_looks_like_this(string sample, CsvView view) =>
        Snapshot.Match(Write(sample, view), SnapshotNameExtension.Create(sample, view));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_item_tested_has_a_line_for_each_control(string sample)
    {
        var rows = CsvTable.Read(Write(sample, CsvView.Results));

        var findings = Sample.Named(sample).Findings;
        Assert.Equal(findings.Sum(f => Math.Max(1, f.Controls.Length)), rows.Count);
        Assert.Equal(
            findings.SelectMany(f => f.Controls.DefaultIfEmpty("")).ToArray(),
            rows.Select(row => row["control"]));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_control_has_a_line_with_its_population(string sample)
    {
        var rows = CsvTable.Read(Write(sample, CsvView.Controls));

        Assert.Equal(
            Sample.Named(sample).Footer.Controls.Select(c => $"{c.Framework}/{c.Id} {c.Counts.Total} {c.Counts.Fail}"),
            rows.Select(row => $"{row["control"]} {row["population"]} {row["fail"]}"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData(" =1")]
    [InlineData("\"=1")]
    [InlineData("'=1")]
    [InlineData("\uff1d1")]
    [InlineData("\uff0b1")]
    [InlineData("\uff0d1")]
    [InlineData("\uff20x")]
    [InlineData("|calc")]
    [InlineData("%0A=1")]
    public void A_name_that_begins_as_a_formula_gets_an_apostrophe(string name)
    {
        var row = CsvTable.Read(Write(Named(name), CsvView.Results)).Single();

        Assert.Equal("'" + name, row["resource"]);
    }

    [Theory]
    [InlineData("\t=1", "\\u{9}=1")]
    [InlineData("\r=1", "\\u{d}=1")]
    [InlineData("a\nb", "a\\u{a}b")]
    [InlineData("\u202eabc", "\\u{202e}abc")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,\"b\"", "a,\"b\"")]
    public void What_would_not_be_seen_is_written_out(string name, string cell) =>
        Assert.Equal(cell, CsvTable.Read(Write(Named(name), CsvView.Results)).Single()["resource"]);

    [Fact]
    public void A_mark_stands_at_the_beginning_where_it_is_asked_for()
    {
        Assert.StartsWith("\ufeff\"framework\"", Sample.Normal.Write("csv", options: new ReportOptions { CsvMark = true }));
        Assert.StartsWith("\"framework\"", Sample.Normal.Write("csv"));
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];

    private static Sample Named(string name) => Sample.Normal with
    {
        Findings = [Sample.FindingOf("p", "1.4", name, Outcome.Pass)],
    };

    private static string Write(string sample, CsvView view) => Write(Sample.Named(sample), view);

    private static string Write(Sample sample, CsvView view) =>
        sample.Write("csv", options: new ReportOptions { CsvView = view });
}
