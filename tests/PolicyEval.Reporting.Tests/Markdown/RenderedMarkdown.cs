using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace PolicyEval.Reporting.Tests.Markdown;

/// <summary>
/// Markdown as GitHub shows it: rendered by Markdig with everything that GitHub's dialect has, and then looked through
/// for what GitHub makes of the text that is left: mentions, references to issues and addresses of mail.
/// </summary>
internal static partial class RenderedMarkdown
{
    private static readonly HashSet<string> Elements = new(
        "html head body h2 h3 p strong table thead tbody tr th td ul li details summary".Split(' '), StringComparer.Ordinal);

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseMathematics()
        .UseAlertBlocks().UseEmojiAndSmiley().UseGenericAttributes().Build();

    /// <summary>Reads a page that has no markup but that of a report, and no text that becomes some.</summary>
    public static IDocument Read(string text)
    {
        var page = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(text, Pipeline));
        foreach (var element in page.All)
        {
            Assert.True(Elements.Contains(element.LocalName), element.LocalName);
            Assert.True(element.Attributes.Length == 0, element.OuterHtml);
        }

        foreach (var part in page.GetDescendants().OfType<IText>())
            Assert.DoesNotMatch(Active(), part.Data);
        return page;
    }

    /// <summary>
    /// <c>@name</c>, <c>name@host</c>, <c>#12</c>, <c>GH-12</c>: GitHub looks for them after it has taken the
    /// escapes of Markdown and HTML away.
    /// </summary>
    [GeneratedRegex(@"@[a-z0-9]|#[0-9]|\bgh-[0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
