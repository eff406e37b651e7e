namespace PolicyEval.Snapshots.Cells;

/// <summary>One row that is split into cells.</summary>
/// <param name="text">Bytes that offsets count from.</param>
/// <param name="bounds">For each cell the offset before it; then the end of the last one.</param>
internal readonly ref struct CsvRow(ReadOnlySpan<byte> text, ReadOnlySpan<int> bounds)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly ReadOnlySpan<int> _bounds = bounds;

    /// <summary>The offset of its first byte.</summary>
    public int Start => _bounds[0] + 1;

    /// <summary>The offset behind its last byte, or behind the carriage return there.</summary>
    public int End => _bounds[^1];

    /// <summary>Where a cell stands, its quotes too.</summary>
    public (int Start, int Length) PlaceOf(int column)
    {
        var (start, end) = (_bounds[column] + 1, _bounds[column + 1]);
        // Only the last cell can end so, and only where a line feed follows.
        if (column == _bounds.Length - 2 && end > start && _text[end - 1] == (byte)'\r')
            end--;
        return (start, end - start);
    }

    /// <summary>The bytes of a cell as it stands.</summary>
    public ReadOnlySpan<byte> RawOf(int column)
    {
        var (start, length) = PlaceOf(column);
        return _text.Slice(start, length);
    }

    /// <summary>The bytes of a cell without the quotes around it; those inside stay doubled.</summary>
    public ReadOnlySpan<byte> ValueOf(int column)
    {
        var raw = RawOf(column);
        return raw.Length > 0 && raw[0] == (byte)'"' ? raw[1..^1] : raw;
    }
}
