using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Markdown;

public sealed class MarkdownReportWriterTests
{
    /// <summary>What GitHub takes as one comment, in characters.</summary>
    private const int CommentMax = 65_536;

    [Theory]
    [InlineData("Normal")]
    [InlineData("Empty")]
    [InlineData("Hostile")]
    [InlineData("Errors")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("markdown"), SnapshotNameExtension.Create(sample));

    [Fact]
    public void It_fits_into_a_comment_however_much_there_is()
    {
        var failure = Sample.Hostile.Findings[0];
        var large = Sample.Hostile with
        {
            Findings = [.. Enumerable.Repeat(failure with { Message = new string('*', 3000) }, 50_000)],
            Footer = Sample.Hostile.Footer with
            {
                Controls =
                [
                    .. Enumerable.Repeat(
                        Sample.Hostile.Footer.Controls[0] with
                        {
                            Title = new string('<', 5000),
                            Counts = OutcomeCounts.None with { Fail = 50_000 },
                        },
                        1000),
                ],
            },
        };

        var text = large.Write("markdown");

        Assert.InRange(text.Length, 30_000, CommentMax);
        Assert.Contains("more controls", text);
        Assert.Contains("more\n", text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Names_are_never_markup(string sample)
    {
        var text = Sample.Named(sample).Write("markdown");

        Assert.DoesNotContain("<b>", text);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotContain("</script>", text);
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];
}
