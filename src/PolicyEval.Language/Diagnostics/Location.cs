using System.Text.RegularExpressions;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Diagnostics;

/// <summary>
/// A place in a file. Lines and columns are 1-based, columns in UTF-16 units; 0 means "the file as a whole".
/// </summary>
public sealed partial record Location(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place at all, such as for a mistyped option.</summary>
    public static Location None { get; } = new("", 0, 0, 0, 0);

    /// <summary>The name of the field for a cell of a CSV file, or null.</summary>
    public string? Field { get; init; }

    /// <summary>The text of the file where it is at hand, for the source line and the caret.</summary>
    public SourceText? Text { get; init; }

    /// <summary>The text that is written inside of <see cref="Text"/> here, and where in it the place begins.</summary>
    private (EmbeddedText Text, int Start)? Inner { get; init; }

    /// <summary>A file as a whole.</summary>
    public static Location InFile(string file) => new(file, 0, 0, 0, 0);

    /// <summary>A place given by line and column.</summary>
    public static Location At(string file, int line, int column) => new(file, line, column, line, column);

    /// <summary>A span of a text.</summary>
    public static Location Of(SourceText text, TextSpan span) =>
        new(
            text.Path,
            text.LineOf(span.Start),
            text.ColumnOf(span.Start),
            text.LineOf(span.End),
            text.ColumnOf(span.End))
        {
            Text = text,
        };

    /// <summary>A span of an embedded text, as a place in the outer text.</summary>
    public static Location Of(EmbeddedText text, TextSpan span) =>
        Of(text.Outer, text.ToOuter(span)) with { Inner = (text, span.Start) };

    /// <summary>
    /// How a text is written in the file when it takes the place of this one whole: with the escapes that are needed
    /// there. Null where it is not sure that the file would then say just this.
    /// </summary>
    public string? Written(string text)
    {
        if (Inner is { } inner)
            return inner.Text.Written(inner.Start, text);
        return Text is not null && Line == EndLine && Name().IsMatch(text) ? text : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");

    /// <summary>What needs no quotes in any file.</summary>
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_./-]*$")]
    private static partial Regex Name();
}
