using System.Buffers;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Sarif;

/// <summary>
/// A part of a text file (SARIF 2.1.0, 3.30). Lines and columns begin at 1, columns count UTF-16 units, and the end
/// lies behind the last one; a region without a length is a place between two of them.
/// </summary>
/// <param name="StartLine">The first line.</param>
/// <param name="StartColumn">The column of the first unit.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last unit.</param>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    // A line may be megabytes long; a snippet is there to be looked at.
    private const int SnippetMax = 1000;

    // A CSV cell with one of them is quoted.
    private static readonly SearchValues<char> Quoting = SearchValues.Create(" \",;\r\n\t");

    /// <summary>Exactly what stands there, or null where it is not at hand, nothing, or very long.</summary>
    public string? Snippet { get; init; }

    /// <summary>The whole lines, or null where they are not at hand or very long.</summary>
    public string? Lines { get; init; }

    /// <summary>The region of a place in a file, or null for a file as a whole.</summary>
    public static SarifRegion? Of(Location location)
    {
        if (location.Line < 1)
            return null;

        var region = new SarifRegion(location.Line, location.Column, location.EndLine, location.EndColumn);
        if (location.Text is not { } text || location.EndLine > text.LineCount)
            return region;
        var start = text.OffsetOf(location.Line, location.Column);
        var end = text.OffsetOf(location.EndLine, location.EndColumn);
        return region with
        {
            Snippet = Short(text.Content[start..end]),
            Lines = Short(text.LinesText(location.Line, location.EndLine)),
        };
    }

    /// <summary>
    /// The region of a cell, or null where its line is not known. Where its end is not known it is the place at which
    /// the cell begins: a CSV cell may be quoted, and of a long JSON value only the beginning is kept.
    /// </summary>
    public static SarifRegion? Of(EvidenceCell cell)
    {
        if (cell is not { Line: > 0, Column: > 0 })
            return null;

        var isWhole = cell.Pointer.Length > 0
            ? !cell.Value.EndsWith('…')
            : !cell.Value.AsSpan().ContainsAny(Quoting);
        return new SarifRegion(cell.Line, cell.Column, cell.Line, cell.Column + (isWhole ? cell.Value.Length : 0))
        {
            Snippet = Short(cell.Value),
        };
    }

    /// <summary>A line whose text is not at hand, at its beginning.</summary>
    public static SarifRegion OfLine(int line) => new(line, 1, line, 1);

    private static string? Short(string text) => text.Length is 0 or > SnippetMax ? null : text;
}
