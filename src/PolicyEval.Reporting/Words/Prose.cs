using System.Text.RegularExpressions;

namespace PolicyEval.Reporting.Words;

/// <summary>
/// Fills the texts of policies to a width. Lines of one paragraph or one point of a list are joined and broken anew; an
/// indented line that is no point of a list and continues none is a command to copy, and stays as it is.
/// </summary>
public static partial class Prose
{
    /// <summary>The lines of a text, each at most that wide unless it is a command.</summary>
    /// <param name="lines">Safe text.</param>
    /// <param name="width">In terminal cells.</param>
    public static IEnumerable<string> Fill(IEnumerable<string> lines, int width)
    {
        // What is being gathered: its words, the spaces before its first line and before every other one.
        var text = "";
        var (indent, hanging) = (0, 0);
        foreach (var line in lines)
        {
            var start = line.Length - line.TrimStart(' ').Length;
            var point = Point().Match(line);
            if (text.Length > 0 && !point.Success && start == hanging && start < line.Length)
            {
                text += " " + line[start..];
                continue;
            }

            foreach (var filled in Broken(text, indent, hanging, width))
                yield return filled;
            text = "";
            if (point.Success || (start == 0 && line.Length > 0))
                (text, indent, hanging) = (line[start..], start, point.Length);
            else
                yield return line;
        }

        foreach (var filled in Broken(text, indent, hanging, width))
            yield return filled;
    }

    private static IEnumerable<string> Broken(string text, int indent, int hanging, int width)
    {
        if (text.Length == 0)
            yield break;

        var marker = text[..Math.Max(0, hanging - indent)];
        var margin = new string(' ', indent) + marker;
        foreach (var line in TextLayout.Wrap(text[marker.Length..], Math.Max(1, width - hanging)))
        {
            yield return margin + line;
            margin = new string(' ', hanging);
        }
    }

    /// <summary>The beginning of a point of a list, up to its first word.</summary>
    [GeneratedRegex(@"^ *(?:[*-]|[0-9]+\.) +")]
    private static partial Regex Point();
}
