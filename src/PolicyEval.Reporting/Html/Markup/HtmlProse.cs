namespace PolicyEval.Reporting.Html.Markup;

/// <summary>
/// Writes the texts of policies: blank lines part paragraphs, lines that begin with a point are a list, which a line
/// that is less indented ends, and an indented line that continues none is a command.
/// </summary>
internal static class HtmlProse
{
    /// <summary>Writes a text.</summary>
    public static void Write(HtmlOutput html, string text)
    {
        foreach (var block in Blocks(text))
        {
            if (block.Exists(IsPoint))
                WriteList(html, block);
            else if (block.TrueForAll(line => line.StartsWith("  ", StringComparison.Ordinal)))
                WriteCommands(html, block);
            else
                html.WriteLine($"<p>{string.Join(' ', block.Select(line => line.Trim()))}</p>");
        }
    }

    /// <summary>Writes commands as they are.</summary>
    public static void WriteCommands(HtmlOutput html, IReadOnlyList<string> lines)
    {
        html.Markup("<pre><code>");
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                html.Markup("\n");
            html.Text(lines[i].TrimEnd());
        }

        html.Markup("</code></pre>\n");
    }

    private static void WriteList(HtmlOutput html, List<string> block)
    {
        var first = block.FindIndex(IsPoint);
        if (first > 0)
            html.WriteLine($"<p>{string.Join(' ', block.Take(first).Select(line => line.Trim()))}</p>");

        // A number is part of the text; whoever quotes the third step finds it.
        html.Markup("<ul class=\"steps\">\n");
        for (var i = first; i < block.Count;)
        {
            var end = block.FindIndex(i + 1, IsPoint);
            var count = (end < 0 ? block.Count : end) - i;
            html.WriteLine($"<li>{string.Join(' ', block.Skip(i).Take(count).Select(line => line.Trim()))}</li>");
            i += count;
        }

        html.Markup("</ul>\n");
    }

    private static IEnumerable<List<string>> Blocks(string text)
    {
        var block = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (block.Count > 0 && (line.Trim().Length == 0 || EndsList(block, line)))
            {
                yield return block;
                block = [];
            }

            if (line.Trim().Length > 0)
                block.Add(line);
        }

        if (block.Count > 0)
            yield return block;
    }

    /// <summary>Whether a line is outside of the list before it: no point, and less indented than that.</summary>
    private static bool EndsList(List<string> block, string line) =>
        !IsPoint(line) && block.FindLast(IsPoint) is { } point && Indent(line) < Indent(point);

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>Whether a line begins with <c>-</c>, <c>*</c> or a number.</summary>
    private static bool IsPoint(string line)
    {
        var text = line.AsSpan().TrimStart();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return text.StartsWith("- ") || text.StartsWith("* ")
            || (digits > 0 && text[digits..].StartsWith(". "));
    }
}
