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
        var quoted = rest.Contains((byte)'"');
        var start = row.Start;
        while (true)
        {
            var comma = quoted ? CommaOutsideQuotes(rest) : rest.IndexOf((byte)',');
            if (index-- == 0)
                return (start, comma < 0 ? rest.Length : comma);
            rest = rest[(comma + 1)..];
            start += comma + 1;
        }
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
