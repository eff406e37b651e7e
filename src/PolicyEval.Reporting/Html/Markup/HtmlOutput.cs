using System.Buffers;
using System.Runtime.CompilerServices;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>Takes a page in pieces.</summary>
/// <param name="writer">Is flushed and left open.</param>
internal sealed class HtmlOutput(TextWriter writer)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    /// <summary>Writes markup with values in it, and no line end.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] HtmlHandler html) => End(html, "");

    /// <summary>Writes markup with values in it, and a line end.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] HtmlHandler html) => End(html, "\n");

    /// <summary>Writes markup as it is.</summary>
    public void Markup(string markup) => writer.Write(markup);

    /// <summary>
    /// Writes text: between tags, or in an attribute in double quotes. What would not be seen is written out, such as
    /// <c>\u{202e}</c>.
    /// </summary>
    public void Text(string text)
    {
        var safe = SafeText.Of(text).AsSpan();
        while (safe.IndexOfAny(Special) is >= 0 and var at)
        {
            writer.Write(safe[..at]);
            writer.Write(safe[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            safe = safe[(at + 1)..];
        }

        writer.Write(safe);
    }

    /// <summary>Hands everything on.</summary>
    public void Flush() => writer.Flush();

    // The handler has written its parts when it comes here.
    private void End(HtmlHandler html, string end)
    {
        _ = html;
        writer.Write(end);
    }
}
