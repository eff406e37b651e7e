using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Messages;

/// <summary>One line of a source with marks under a span of it, both as a terminal shows them.</summary>
/// <param name="Number">The line's number.</param>
/// <param name="Line">The line: tabs spread, the invisible escaped, cut around the span where it is long.</param>
/// <param name="Marks">Spaces up to the span, then <c>^</c> under its first cell and <c>~</c> under the rest.</param>
internal sealed record SourceExcerpt(string Number, string Line, string Marks)
{
    private const int TabWidth = 4;
    private const int Margin = 8;

    /// <summary>The excerpt for a place, or null where its text is not at hand.</summary>
    /// <param name="location">The place.</param>
    /// <param name="width">The width of the terminal in cells.</param>
    public static SourceExcerpt? At(Location location, int width)
    {
        if (location.Text is not { } text || location.Line < 1 || location.Line > text.LineCount)
            return null;

        var number = location.Line.ToString(CultureInfo.InvariantCulture);
        var line = text.LineText(location.Line);
        var start = Math.Clamp(location.Column - 1, 0, line.Length);
        var end = location.EndLine == location.Line
            ? Math.Clamp(location.EndColumn - 1, start, line.Length)
            : line.Length;
        return Cut(number, line, start, end, Math.Max(20, width - number.Length - Margin));
    }

    // A line may be megabytes long, so the window is chosen in units first and measured in cells afterwards.
    private static SourceExcerpt Cut(string number, string line, int start, int end, int width)
    {
        var from = start <= width / 2 ? 0 : start - (width / 2);
        if (from > 0 && char.IsLowSurrogate(line[from]))
            from++;

        var before = from > 0 ? "..." : "";
        var lead = before + Spread(line[from..start], 0);
        var leadWidth = TextLayout.WidthOf(lead);
        var room = Math.Max(1, width - leadWidth);

        var shownEnd = Math.Min(end, start + room);
        var marked = TextLayout.Shorten(Spread(line[start..shownEnd], leadWidth), Math.Max(4, room));
        var markedWidth = TextLayout.WidthOf(marked);

        var rest = line[shownEnd..Math.Min(line.Length, shownEnd + width)];
        var tail = Spread(rest, leadWidth + markedWidth);
        var shown = TextLayout.Shorten(lead + marked + tail, Math.Max(width, leadWidth + markedWidth + 3));
        var marks = new string(' ', leadWidth) + "^" + new string('~', Math.Max(0, markedWidth - 1));
        return new SourceExcerpt(number, shown.TrimEnd(), marks);
    }

    private static string Spread(string text, int cell)
    {
        if (!text.Contains('\t'))
            return SafeText.Of(text);

        var result = "";
        foreach (var (index, part) in text.Split('\t').Index())
        {
            if (index > 0)
            {
                var stop = TabWidth - ((cell + TextLayout.WidthOf(result)) % TabWidth);
                result += new string(' ', stop);
            }

            result += SafeText.Of(part);
        }

        return result;
    }
}
