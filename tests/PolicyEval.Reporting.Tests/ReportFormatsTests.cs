using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests;

public sealed class ReportFormatsTests
{
    public static TheoryData<string> Names => [.. ReportFormats.All.Select(format => format.Name)];

    public static TheoryData<string> TextNames =>
        [.. ReportFormats.All.Where(format => !format.IsBinary).Select(format => format.Name)];

    [Fact]
    public void The_formats_are_these() =>
        Assert.Equal(
            [
                "console", "summary", "html", "markdown", "json", "jsonl", "csv", "junit", "sarif", "oscal", "ocsf", "asff",
                "parquet",
            ],
            ReportFormats.All.Select(format => format.Name));

    [Fact]
    public void A_name_is_exact() => Assert.Null(ReportFormats.Find("JSON"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_result_gives_the_same_bytes(string format) =>
        Assert.Equal(Sample.Normal.WriteBytes(format), Sample.Normal.WriteBytes(format));

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("oscal")]
    [InlineData("ocsf")]
    [InlineData("asff")]
    public void A_finding_reaches_the_stream_before_the_end(string format)
    {
        using var stream = new MemoryStream();
        var sink = ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, ReportOptions.Default);
        sink.Begin(Sample.Normal.Header);
        var before = stream.Length;
        foreach (var finding in LargeSample.Findings.Take(1000))
            sink.Add(finding);

        Assert.InRange(stream.Length - before, 500_000, long.MaxValue);
    }

    /// <summary>As a JSON report may have it that somebody wrote by hand.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_named_twice_is_written(string format)
    {
        var header = Sample.Normal.Header;
        var snapshot = header.Snapshots[0];
        var twice = Sample.Normal with
        {
            Header = header with
            {
                Frameworks = [header.Frameworks[0], header.Frameworks[0]],
                Policies = [.. header.Policies, .. header.Policies],
                Snapshots = [snapshot with { Sources = [snapshot.Sources[0], snapshot.Sources[0]] }, snapshot],
            },
        };

        Assert.NotEmpty(twice.Write(format));
    }

    [Theory]
    [MemberData(nameof(TextNames))]
    public void A_report_has_no_byte_order_mark_and_ends_with_one_line_feed(string format)
    {
        var text = Sample.Normal.Write(format);

        Assert.NotEqual('\ufeff', text[0]);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
    }
}
