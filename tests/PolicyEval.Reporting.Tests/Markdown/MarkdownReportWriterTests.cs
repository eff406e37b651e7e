using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Reporting.Words;
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
    public void It_has_no_markup_of_others(string sample) => RenderedMarkdown.Read(Sample.Named(sample).Write("markdown"));

    /// <summary>Wherever a name may stand, it is shown and does nothing.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</details>")]
    [InlineData("<!--")]
    [InlineData("&lt;b&gt;&#x3c;i&#x3e;")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/x.png)")]
    [InlineData("[x][y]")]
    [InlineData("[^1]")]
    [InlineData("[ ] x")]
    [InlineData("https://evil.example/x")]
    [InlineData("<https://evil.example>")]
    [InlineData("www.evil.example")]
    [InlineData("WWW.evil.example")]
    [InlineData("mailto:a@evil.example")]
    [InlineData("ftp://evil.example")]
    [InlineData("tel:+1234567")]
    [InlineData("a@evil.example")]
    [InlineData("@team")]
    [InlineData("@org/team")]
    [InlineData("cc (@team)")]
    [InlineData("#12")]
    [InlineData("org/repo#12")]
    [InlineData("GH-12")]
    [InlineData("gh-12")]
    [InlineData("org/repo@0123456789abcdef0123456789abcdef01234567")]
    [InlineData("**b** _i_ ~~s~~ ==m== ++u++")]
    [InlineData("`code` ``more``")]
    [InlineData("a | b | c")]
    [InlineData("# heading")]
    [InlineData("- item")]
    [InlineData("1. item")]
    [InlineData("> quote")]
    [InlineData("---")]
    [InlineData("~~~")]
    [InlineData("```")]
    [InlineData("$x$ $$y$$")]
    [InlineData("text {#id .class onclick=x}")]
    [InlineData(":smile: :-)")]
    [InlineData("\\<b>\\*x\\*")]
    [InlineData("a\n\n# heading")]
    [InlineData("a\r\n\r\n<b>")]
    public void A_name_is_text(string name)
    {
        foreach (var named in (Func<string, Sample>[])[Sample.HostileNamed, OrganizationSample.Named])
        {
            var page = RenderedMarkdown.Read(named(name).Write("markdown"));
            var plain = RenderedMarkdown.Read(named("plain").Write("markdown"));

            Assert.Equal(plain.All.Select(element => element.LocalName), page.All.Select(element => element.LocalName));
            Assert.Contains(
                SafeText.Of(name), page.Body!.TextContent.Replace("\u200b", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];
}
