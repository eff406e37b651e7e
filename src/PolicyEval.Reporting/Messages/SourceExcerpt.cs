using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Messages;

/// <summary>A line of a source with marks under a part of it, both as a terminal shows them.</summary>
/// <param name="Number">The line's number, with blanks before it; blank for lines left out.</param>
/// <param name="Line">The line: tabs spread, the invisible escaped, cut around the marks where it is long.</param>
/// <param name="Marks">
/// Spaces up to the part, then <c>^</c> under the first cell of a place and <c>~</c> under the rest; may be empty.
/// </param>
internal sealed record SourceExcerpt(string Number, string Line, string Marks)
{
    private const int LinesMax = 4;
    private const int Margin = 8;
    private const int WidthMin = 20;

    /// <summary>The lines of a place, of many the first and the last; none where its text is not at hand.</summary>
    /// <param name="location">The place.</param>
    /// <param name="width">The width of the terminal in cells.</param>
    public static ImmutableArray<SourceExcerpt> At(Location location, int width)
    {
        if (location.Text is not { } text || location.Line < 1 || location.Line > text.LineCount)
            return [];

        // A place that takes the line end in has nothing on the line behind it.
        var last = Math.Clamp(location.EndLine, location.Line, text.LineCount);
        if (last > location.Line && location.EndColumn <= 1)
            last--;
        var digits = Digits(last).Length;
        var room = Math.Max(WidthMin, width - digits - Margin);
        var excerpt = ImmutableArray.CreateBuilder<SourceExcerpt>();
        for (var number = location.Line; number <= last; number++)
        {
            if (last - location.Line >= LinesMax && number == location.Line + LinesMax - 2)
            {
                excerpt.Add(new SourceExcerpt(new string(' ', digits), "...", ""));
                number = last;
            }

            var line = text.LineText(number);
            var start = number == location.Line ? location.Column - 1 : line.Length - line.TrimStart().Length;
            var end = number == location.EndLine ? location.EndColumn - 1 : line.TrimEnd().Length;
            start = Math.Clamp(start, 0, line.Length);
            var (shown, marks) = ExcerptWindow.Of(line, start, Math.Clamp(end, start, line.Length), room);
            excerpt.Add(new SourceExcerpt(
                Digits(number).PadLeft(digits), shown, number == location.Line ? WithCaret(marks) : marks));
        }

        return excerpt.ToImmutable();
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WithCaret(string marks)
    {
        var margin = marks.Length - marks.TrimStart(' ').Length;
        return $"{marks[..margin]}^{(margin < marks.Length ? marks[(margin + 1)..] : "")}";
    }
}
