using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Some rows of a CSV file, split into cells. Filled by one thread; then any number may read, until it is filled again.
/// </summary>
internal sealed class CsvBlock
{
    private readonly Separators _separators = new();
    private ArraySegment<byte> _text = ArraySegment<byte>.Empty;
    private int _columns;
    private int[]? _lines;

    /// <summary>Bytes that the offsets of cells count from.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>The line where the bytes start, 1-based; may be said when the lines before them are known.</summary>
    public int FirstLine { get; set; }

    /// <summary>Whole rows, each with as many cells as the header.</summary>
    public int Rows { get; private set; }

    /// <summary>How many of the bytes the rows take, line ends too.</summary>
    public int Length { get; private set; }

    /// <summary>The most bytes of a row, its line end too.</summary>
    public int LongestRow { get; private set; }

    /// <summary>What the last scan found.</summary>
    public Separators Separators => _separators;

    /// <summary>
    /// Splits bytes that start where a row does. False where they are no plain table: no whole row, misplaced quotes,
    /// or a row with more or fewer cells. <see cref="Separators"/> tells what else they hold.
    /// </summary>
    /// <param name="text">The bytes; a row that is not whole may stand at their end.</param>
    /// <param name="columns">How many cells a row must have.</param>
    /// <param name="firstLine">The line where the bytes start, 1-based.</param>
    /// <param name="isLast">Whether the bytes end where the file does.</param>
    public bool TryFill(ArraySegment<byte> text, int columns, int firstLine, bool isLast)
    {
        (_text, _columns, FirstLine, _lines, Rows, Length) = (text, columns, firstLine, null, 0, 0);
        _separators.Scan(text, isLast);
        var ends = _separators.Ends;
        var rows = _separators.LineFeeds + (isLast && ends.Length > 0 && ends[^1] == text.Count ? 1 : 0);
        if (!_separators.IsWellFormed || rows == 0 || (long)rows * columns > ends.Length)
            return false;
        if ((isLast && ends.Length > rows * columns) || !EndRows(ends[..(rows * columns)]))
            return false;
        (Rows, Length) = (rows, Math.Min(text.Count, ends[(rows * columns) - 1] + 1));
        if (_separators.HasInnerLineFeed)
            CountLines();
        return true;
    }

    /// <summary>
    /// Takes the one record that the bytes start with, whatever its cells; false where it is not whole.
    /// </summary>
    public bool TryFillOne(ArraySegment<byte> text, int line, bool isLast, out CsvRecord record)
    {
        (_text, _columns, FirstLine, _lines, Rows, Length) = (text, 0, line, null, 0, 0);
        _separators.Clear();
        if (!CsvRecord.TryRead(text, 0, isLast, _separators, out record))
            return false;
        (_columns, Rows, Length) = (record.Cells, 1, record.Next);
        return true;
    }

    /// <summary>A row, by its 0-based index.</summary>
    public CsvRow RowAt(int row) => new(_text, BoundsOf(row));

    /// <summary>The bytes of a cell as it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> RawOf(int row, int column)
    {
        if (column == _columns - 1)
            return RowAt(row).RawOf(column);
        var bounds = _separators.Room;
        var before = (row * _columns) + column;
        var start = bounds[before] + 1;
        return new ReadOnlySpan<byte>(_text.Array, _text.Offset + start, bounds[before + 1] - start);
    }

    /// <summary>For each cell of a row the offset before it; then the end of the last one.</summary>
    public ReadOnlySpan<int> BoundsOf(int row) => _separators.Bounds.Slice(row * _columns, _columns + 1);

    /// <summary>Whether eight bytes before a row and behind it may be looked at.</summary>
    public bool CanPeek(int row) =>
        StartOf(row) >= sizeof(ulong) && RowAt(row).End + sizeof(ulong) <= _text.Count;

    /// <summary>The line of a row's first byte.</summary>
    public int LineOf(int row) => FirstLine + (_lines is null ? row : _lines[row]);

    /// <summary>The line of an offset in a row.</summary>
    public int LineOf(int row, int offset) => LineOf(row) + Text[StartOf(row)..offset].Count((byte)'\n');

    /// <summary>The column of an offset in a row, 1-based, in UTF-16 units.</summary>
    public int ColumnOf(int row, int offset)
    {
        var before = Text[StartOf(row)..offset];
        return 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
    }

    /// <summary>The line and column of a cell.</summary>
    public (int Line, int Column) PlaceOf(int row, int column)
    {
        var start = RowAt(row).PlaceOf(column).Start;
        return (LineOf(row, start), ColumnOf(row, start));
    }

    /// <summary>A cell's value as text.</summary>
    public string TextOf(int row, int column)
    {
        var (start, length) = RowAt(row).PlaceOf(column);
        return Decode(start, length);
    }

    /// <summary>A cell's value: as it stands, or what its quotes enclose with doubled quotes made single.</summary>
    public string Decode(int start, int length)
    {
        var raw = Text.Slice(start, length);
        if (UsualTexts.Find(raw) is { } usual)
            return usual;
        if (raw[0] != (byte)'"')
            return Encoding.UTF8.GetString(raw);
        var inner = Encoding.UTF8.GetString(raw[1..^1]);
        return inner.Contains('"') ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : inner;
    }

    /// <summary>
    /// Whether each last cell ends at a line feed. As there are as many of those as rows, there is none elsewhere.
    /// </summary>
    private bool EndRows(ReadOnlySpan<int> ends)
    {
        var text = Text;
        var (before, longest) = (-1, 0);
        for (var last = _columns - 1; last < ends.Length; last += _columns)
        {
            var end = ends[last];
            if (end < text.Length && text[end] != (byte)'\n')
                return false;
            longest = Math.Max(longest, end - before);
            before = end;
        }

        LongestRow = longest;
        return true;
    }

    /// <summary>The offset of a row's first byte.</summary>
    public int StartOf(int row) => _separators.Bounds[row * _columns] + 1;

    private void CountLines()
    {
        _lines = new int[Rows];
        var (line, start) = (0, 0);
        for (var row = 0; row < Rows; row++)
        {
            var end = Math.Min(Length, RowAt(row).End + 1);
            _lines[row] = line;
            line += Text[start..end].Count((byte)'\n');
            start = end;
        }
    }
}
