using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyEval.Reporting.Tests.Html;

/// <summary>What an HTML report is made of; anything else came from a name.</summary>
internal static class OwnMarkup
{
    private static readonly HashSet<string> Elements = new(
        "html head meta title style body a header h1 h2 h3 h4 main section dl dt dd p div table caption thead tbody tr th td svg rect form label input fieldset legend details summary article ul ol li small br span strong code pre footer script"
            .Split(' '),
        StringComparer.Ordinal);

    /// <summary>Reads a page that has no error, no element of others, and nothing that runs or loads.</summary>
    public static IDocument Read(string text)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(text);
        foreach (var element in page.All)
        {
            Assert.True(Elements.Contains(element.LocalName), element.LocalName);
            foreach (var attribute in element.Attributes)
                Check(attribute);
        }

        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal(2, page.QuerySelectorAll("style").Length);
        Assert.DoesNotContain(text, unit => unit is < ' ' and not '\n' or '\u202e' or '\u2066' or '\u0085');
        return page;
    }

    private static void Check(IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name);
        Assert.False(attribute.Name is "style" or "src" or "srcset" or "action" or "formaction", attribute.Name);
        if (attribute.Name == "href")
            Assert.True(
                attribute.Value[0] == '#' || attribute.Value.StartsWith("https://", StringComparison.Ordinal), attribute.Value);
    }
}
