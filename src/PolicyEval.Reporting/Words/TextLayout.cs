using System.Collections.Immutable;
using System.Text;
using Spectre.Console.Rendering;

namespace PolicyEval.Reporting.Words;

/// <summary>Measures and breaks safe text in terminal cells, where a Chinese character takes two.</summary>
public static class TextLayout
{
    /// <summary>The number of cells that a text takes.</summary>
    public static int WidthOf(string text) => IsAscii(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>The text followed by spaces up to a width.</summary>
    public static string PadRight(string text, int width) =>
        text + new string(' ', Math.Max(0, width - WidthOf(text)));

    /// <summary>The text, cut to a width with a mark that something is gone.</summary>
    public static string Shorten(string text, int width) =>
        WidthOf(text) <= width ? text : text[..UnitsThatFit(text, width - 3)].TrimEnd() + "...";

    /// <summary>The text in lines of at most a width, broken at spaces, or in a word that is longer.</summary>
    public static ImmutableArray<string> Wrap(string text, int width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var part in text.Split(' '))
        {
            var word = part;
            var length = WidthOf(word);
            if (line.Length > 0 && used + 1 + length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            while (length > width)
            {
                var units = Math.Max(1, UnitsThatFit(word, width));
                lines.Add(word[..units]);
                word = word[units..];
                length = WidthOf(word);
            }

            if (line.Length > 0)
            {
                line.Append(' ');
                used++;
            }

            line.Append(word);
            used += length;
        }

        lines.Add(line.ToString());
        return lines.ToImmutable();
    }

    private static int UnitsThatFit(string text, int width)
    {
        var units = 0;
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.IsAscii ? 1 : WidthOf(rune.ToString());
            if (used > width)
                break;
            units += rune.Utf16SequenceLength;
        }

        return units;
    }

    private static bool IsAscii(string text) => Ascii.IsValid(text);
}
