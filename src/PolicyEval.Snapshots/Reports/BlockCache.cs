using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The blocks of a report that were asked for lately, for those who look at single rows. Any number of threads may ask;
/// a block that two ask for at once may be read twice.
/// </summary>
internal sealed class BlockCache(BlockReader reader)
{
    private const int Kept = 16;

    private readonly Held?[] _held = new Held?[Math.Min(Kept, reader.Index.Blocks.Length)];

    /// <summary>The block that holds a row, and the row's index in it.</summary>
    /// <exception cref="Sources.EvidenceReadException">The file was changed, or cannot be read any more.</exception>
    public CsvBlock Find(int row, out int rowOfBlock)
    {
        var number = reader.Index.BlockOf(row);
        rowOfBlock = row - reader.Index.Blocks[number].FirstRow;
        ref var slot = ref _held[number % _held.Length];
        if (Volatile.Read(ref slot) is { } held && held.Number == number)
            return held.Block;
        var block = new CsvBlock();
        byte[] buffer = [];
        reader.Read(number, block, ref buffer);
        Volatile.Write(ref slot, new Held(number, block));
        return block;
    }

    private sealed record Held(int Number, CsvBlock Block);
}
