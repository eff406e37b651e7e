using System.Buffers;
using System.IO.Compression;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Sorts rows by the partitions that they belong to, in whatever order they come. What does not fit into memory is
/// packed into a scratch file, so that the accounts of a large report may alternate from row to row.
/// </summary>
internal sealed class RowSpool(Func<Stream> openScratch) : IDisposable
{
    /// <summary>More than the rows of some thousand users.</summary>
    private const int HeldBytesMax = 1 << 24;

    private readonly Dictionary<(string Snapshot, string Account), SpooledRows> _partitions = [];
    private Stream? _scratch;
    private int _heldBytes;

    /// <summary>Takes a row.</summary>
    /// <param name="snapshot">The digest of its snapshot.</param>
    /// <param name="account">Its account, or empty.</param>
    /// <param name="row">The row as bytes.</param>
    public void Add(string snapshot, string account, ReadOnlySpan<byte> row)
    {
        if (!_partitions.TryGetValue((snapshot, account), out var rows))
            _partitions.Add((snapshot, account), rows = new SpooledRows(snapshot, account));
        rows.Held.Write(row);
        _heldBytes += row.Length;
        if (_heldBytes >= HeldBytesMax)
            Spill();
    }

    /// <summary>The partitions that have rows, of a snapshot or of all, by their first rows.</summary>
    public List<SpooledRows> PartitionsOf(string? snapshot) =>
        [.. _partitions.Values.Where(rows => snapshot is null || rows.Snapshot == snapshot)];

    /// <summary>Hands out the rows of a partition, in the order in which they came, some at a time.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(SpooledRows rows)
    {
        foreach (var (offset, length) in rows.Blocks)
            yield return Unpack(offset, length);
        yield return rows.Held.WrittenMemory;
    }

    /// <summary>Forgets a partition.</summary>
    public void Remove(SpooledRows rows)
    {
        _partitions.Remove((rows.Snapshot, rows.Account));
        _heldBytes -= rows.Held.WrittenCount;
        if (_partitions.Count == 0)
            _scratch?.SetLength(0);
    }

    /// <summary>Closes the scratch file.</summary>
    public void Dispose() => _scratch?.Dispose();

    private void Spill()
    {
        _scratch ??= openScratch();
        _scratch.Position = _scratch.Length;
        foreach (var rows in _partitions.Values.Where(rows => rows.Held.WrittenCount > 0))
        {
            rows.Blocks.Add((_scratch.Position, rows.Held.WrittenCount));
            using (var packing = new DeflateStream(_scratch, CompressionLevel.Fastest, leaveOpen: true))
                packing.Write(rows.Held.WrittenSpan);
            rows.LetGo();
        }

        _heldBytes = 0;
    }

    private byte[] Unpack(long offset, int length)
    {
        var block = new byte[length];
        _scratch!.Position = offset;
        using var packed = new DeflateStream(_scratch, CompressionMode.Decompress, leaveOpen: true);
        packed.ReadExactly(block);
        return block;
    }
}
