using System.Collections.Immutable;

namespace PolicyEval.Language.Text;

/// <summary>A whole text with a name, for lines, columns and carets. Immutable.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    private SourceText(string path, string content)
    {
        Path = path;
        Content = content;
        _lineStarts = FindLineStarts(content);
    }

    /// <summary>The name under which diagnostics cite this text: a path relative to what the user gave.</summary>
    public string Path { get; }

    /// <summary>The text itself.</summary>
    public string Content { get; }

    /// <summary>The number of lines, at least 1.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Makes a text. Line ends are LF, CR LF and a lone CR.</summary>
    public static SourceText From(string content, string path = "") => new(path, content);

    /// <summary>The line of an offset, 1-based.</summary>
    public int LineOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The column of an offset, 1-based, in UTF-16 units.</summary>
    public int ColumnOf(int offset) => offset - _lineStarts[LineOf(offset) - 1] + 1;

    /// <summary>The text of a line without its line end.</summary>
    /// <param name="line">1-based.</param>
    public string LineText(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The text of some lines, with the line ends between them and without the last one.</summary>
    /// <param name="first">1-based.</param>
    /// <param name="last">1-based, not before the first.</param>
    public string LinesText(int first, int last) =>
        Content[_lineStarts[first - 1]..(_lineStarts[last - 1] + LineText(last).Length)];

    /// <summary>The offset of a line and a column, both 1-based.</summary>
    public int OffsetOf(int line, int column) => _lineStarts[line - 1] + column - 1;

    /// <summary>The units of a span.</summary>
    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string content)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts.ToImmutable();
    }
}
