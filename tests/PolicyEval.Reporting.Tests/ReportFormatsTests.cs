using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests;

public sealed class ReportFormatsTests
{
    public static TheoryData<string> Names => [.. ReportFormats.All.Select(format => format.Name)];

    [Fact]
    public void The_formats_are_these() =>
        Assert.Equal(
            ["console", "summary", "html", "markdown", "json", "jsonl", "csv", "junit", "sarif", "oscal", "ocsf", "asff"],
            ReportFormats.All.Select(format => format.Name));

    [Fact]
    public void A_name_is_exact() => Assert.Null(ReportFormats.Find("JSON"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_result_gives_the_same_bytes(string format) =>
        Assert.Equal(Sample.Normal.Write(format), Sample.Normal.Write(format));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_has_no_byte_order_mark_and_ends_with_one_line_feed(string format)
    {
        var text = Sample.Normal.Write(format);

        Assert.NotEqual('\ufeff', text[0]);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
    }
}
