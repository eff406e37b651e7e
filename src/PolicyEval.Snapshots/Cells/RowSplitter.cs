namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Finds a cell in a row whose structure has been checked: quotes enclose whole cells or are doubled inside, so a
/// comma separates exactly where an even number of quotes stands before it.
/// </summary>
internal static class RowSplitter
{
    public static (int Start, int Length) CellOf(ReadOnlySpan<byte> text, RowPlace row, int index)
    {
        var rest = text.Slice(row.Start, row.Length);
        var quoted = HasQuotes(rest);
        var start = row.Start;
        for (; index > 0; index--)
        {
            var next = FirstLength(rest, quoted) + 1;
            rest = rest[next..];
            start += next;
        }

        return (start, FirstLength(rest, quoted));
    }

    public static bool HasQuotes(ReadOnlySpan<byte> cells) => cells.Contains((byte)'"');

    /// <summary>The length of the first of the cells.</summary>
    public static int FirstLength(ReadOnlySpan<byte> cells, bool quoted)
    {
        var comma = quoted ? CommaOutsideQuotes(cells) : cells.IndexOf((byte)',');
        return comma < 0 ? cells.Length : comma;
    }

    private static int CommaOutsideQuotes(ReadOnlySpan<byte> cells)
    {
        var inside = false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == (byte)'"')
                inside = !inside;
            else if (cells[i] == (byte)',' && !inside)
                return i;
        }

        return -1;
    }
}
