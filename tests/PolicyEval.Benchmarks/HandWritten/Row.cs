namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>A row as ranges of its bytes.</summary>
internal readonly ref struct Row
{
    /// <summary>The columns, in the order that AWS writes.</summary>
    public const int Columns = 23;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<int> _ends;

    private Row(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends)
    {
        _bytes = bytes;
        _ends = ends;
    }

    /// <summary>A cell, without the quotes around it.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var start = column == 0 ? 0 : _ends[column - 1] + 1;
            var cell = _bytes[start.._ends[column]];
            return cell is [(byte)'"', .. var inner, (byte)'"'] ? inner : cell;
        }
    }

    /// <summary>Finds the cells of a row.</summary>
    /// <param name="bytes">The row without its line end.</param>
    /// <param name="isQuoted">Whether a quote stands in it.</param>
    /// <param name="ends">Room for the ends of the cells.</param>
    public static Row Split(ReadOnlySpan<byte> bytes, bool isQuoted, Span<int> ends)
    {
        var at = 0;
        for (var column = 0; column < Columns - 1; column++)
        {
            var length = isQuoted ? QuotedLength(bytes[at..]) : bytes[at..].IndexOf((byte)',');
            if (length < 0)
                throw new InvalidDataException("A row has too few cells.");
            ends[column] = at + length;
            at += length + 1;
        }

        ends[Columns - 1] = bytes.Length;
        return new Row(bytes, ends);
    }

    private static int QuotedLength(ReadOnlySpan<byte> cells)
    {
        var inside = false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == '"')
                inside = !inside;
            else if (cells[i] == ',' && !inside)
                return i;
        }

        return -1;
    }
}
