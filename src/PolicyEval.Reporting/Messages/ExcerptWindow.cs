using System.Globalization;
using System.Text;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Messages;

/// <summary>Shows as much of a line around a part of it as a terminal has room for.</summary>
internal static class ExcerptWindow
{
    private const int TabWidth = 4;
    private const string Cut = "...";

    /// <summary>The line, and under it spaces up to the part, then a <c>~</c> for each of its cells.</summary>
    /// <param name="line">The line, perhaps megabytes long.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="width">The room in cells.</param>
    public static (string Shown, string Marks) Of(string line, int start, int end, int width)
    {
        // What stands before the part has half of the room, and all that the rest of the line leaves.
        var rest = TextLayout.WidthOf(Spread(line[start..Math.Min(line.Length, start + width)], 0));
        var from = Before(line, start, width - Math.Min(rest, width / 2));
        var lead = (from > 0 ? Cut : "") + Spread(line[from..start], from > 0 ? Cut.Length : 0);
        var leadWidth = TextLayout.WidthOf(lead);
        var room = Math.Max(Cut.Length + 1, width - leadWidth);

        // Every unit takes a cell or more, but for the few that combine with the one before.
        var markedEnd = Math.Min(end, start + room);
        var marked = TextLayout.Shorten(Spread(line[start..markedEnd], leadWidth), room);
        var markedWidth = TextLayout.WidthOf(marked);

        var tail = Spread(line[markedEnd..Math.Min(line.Length, markedEnd + width)], leadWidth + markedWidth);
        var shown = TextLayout.Shorten(lead + marked + tail, Math.Max(width, leadWidth + markedWidth));
        return (shown.TrimEnd(), new string(' ', leadWidth) + new string('~', markedWidth));
    }

    /// <summary>The offset from which on a line is shown, so that what lies before the part takes few cells.</summary>
    private static int Before(string line, int start, int width)
    {
        var (from, cells) = (start, 0);
        while (from > 0)
        {
            var pair = from > 1 && char.IsSurrogatePair(line, from - 2) ? 2 : 1;
            var before = line.Substring(from - pair, pair);
            cells += before == "\t" ? TabWidth : TextLayout.WidthOf(SafeText.Of(before));
            if (cells > width)
                break;
            from -= pair;
        }

        // What combines with the character before it would combine with the dots.
        while (from > 0 && from < start && IsCombining(line, from))
            from++;
        return from;
    }

    private static bool IsCombining(string line, int offset) => char.IsLowSurrogate(line[offset])
        || CharUnicodeInfo.GetUnicodeCategory(line, offset)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Spread(string text, int cell)
    {
        if (!text.Contains('\t'))
            return SafeText.Of(text);

        var result = new StringBuilder();
        foreach (var (index, part) in text.Split('\t').Index())
        {
            if (index > 0)
            {
                var spaces = TabWidth - (cell % TabWidth);
                result.Append(' ', spaces);
                cell += spaces;
            }

            var safe = SafeText.Of(part);
            result.Append(safe);
            cell += TextLayout.WidthOf(safe);
        }

        return result.ToString();
    }
}
