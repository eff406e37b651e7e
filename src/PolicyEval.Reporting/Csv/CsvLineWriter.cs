using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Csv;

/// <summary>
/// Writes lines of CSV (RFC 4180) that a spreadsheet can open: commas, every cell quoted, LF. A name that a spreadsheet
/// would take for a formula gets an apostrophe before it, and what would not be seen is written out: the JSON report
/// has every string exactly.
/// </summary>
/// <param name="writer">Takes the text.</param>
internal sealed class CsvLineWriter(TextWriter writer)
{
    private bool _isFirst = true;

    /// <summary>Writes a cell.</summary>
    public void Cell(string text)
    {
        if (!_isFirst)
            writer.Write(',');
        _isFirst = false;
        writer.Write('"');
        var safe = SafeText.Of(text);
        if (IsFormula(safe))
            writer.Write('\'');
        writer.Write(safe.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    /// <summary>Writes a number.</summary>
    public void Cell(long number) => Cell(FormattableString.Invariant($"{number}"));

    /// <summary>Ends the line.</summary>
    public void End()
    {
        writer.Write('\n');
        _isFirst = true;
    }

    /// <summary>Writes a whole line.</summary>
    public void Line(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            Cell(cell);
        End();
    }

    /// <summary>
    /// Whether spreadsheets may take a cell for a formula (OWASP, CSV Injection), also behind blanks and quotes that
    /// they drop, and in the full width forms that they take for the same.
    /// </summary>
    private static bool IsFormula(string text) =>
        text.AsSpan().TrimStart(" '\"") is [var first, ..]
        && first is '=' or '+' or '-' or '@' or '|' or '%' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20';
}
