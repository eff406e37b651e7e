using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Accounts;

/// <summary>
/// Splits a line of a list of accounts as RFC 4180 has it. A name is never longer than its line, so no cell is either.
/// Lists are written by hand: blanks may stand around a quoted cell, and a quote that is left open is said in its
/// column and costs no line behind it. CsvHelper takes such a quote for text, and reads on to the end of the file.
/// </summary>
internal static class CsvLine
{
    /// <summary>The cells, or null after a diagnostic.</summary>
    /// <param name="text">The file.</param>
    /// <param name="line">The line, 1-based.</param>
    /// <param name="diagnostics">Takes the mistake.</param>
    public static List<CsvCell>? Split(SourceText text, int line, DiagnosticBag diagnostics)
    {
        var content = text.LineText(line);
        var cells = new List<CsvCell>();
        for (var start = 0; start <= content.Length;)
        {
            var first = start + content.AsSpan(start).IndexOfAnyExcept(' ', '\t');
            var isQuoted = first >= start && content[first] == '"';
            var end = isQuoted ? EndOfQuoted(content, first) : content.IndexOf(',', start);
            end = end == -1 ? content.Length : end;
            var cell = end < 0 ? "" : content[start..end].Trim();
            if (end < 0 || (!isQuoted && cell.Contains('"', StringComparison.Ordinal)))
            {
                diagnostics.Report(AccountDescriptors.StrayQuote, At(text, line, Math.Max(first, start)));
                return null;
            }

            cells.Add(new CsvCell(
                isQuoted ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell,
                At(text, line, Math.Max(first, start))));
            start = end + 1;
        }

        return cells;
    }

    /// <summary>The comma or end behind a quoted cell; -2 where the quote is not closed before it.</summary>
    private static int EndOfQuoted(string content, int open)
    {
        for (var at = content.IndexOf('"', open + 1); at >= 0; at = content.IndexOf('"', at + 1))
        {
            if (at + 1 < content.Length && content[at + 1] == '"')
            {
                at++;
                continue;
            }

            var rest = content.AsSpan(at + 1);
            var next = rest.IndexOfAnyExcept(' ', '\t');
            return next < 0 ? content.Length : rest[next] == ',' ? at + 1 + next : -2;
        }

        return -2;
    }

    private static Location At(SourceText text, int line, int index) =>
        Location.At(text.Path, line, index + 1);
}
