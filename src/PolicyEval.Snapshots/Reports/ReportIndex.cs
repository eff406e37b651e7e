using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Where the blocks of a report stand: 24 bytes for each, and nothing for a row.</summary>
/// <param name="Blocks">In order; each has a row at least.</param>
/// <param name="End">Behind the last block.</param>
/// <param name="Rows">The rows of all blocks.</param>
internal sealed record ReportIndex(ImmutableArray<ReportBlock> Blocks, long End, int Rows)
{
    /// <summary>Behind the last byte of a block.</summary>
    public long EndOf(int block) => block + 1 < Blocks.Length ? Blocks[block + 1].Offset : End;

    public int RowsOf(int block) =>
        (block + 1 < Blocks.Length ? Blocks[block + 1].FirstRow : Rows) - Blocks[block].FirstRow;

    /// <summary>The block that holds a row.</summary>
    public int BlockOf(int row)
    {
        var (low, high) = (0, Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Blocks[middle].FirstRow <= row ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
