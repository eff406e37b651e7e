using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Finds ARNs that stand twice. As long as the rows of each account follow each other, it remembers those of one
/// account only, so that the memory does not grow with the file; else those of the whole file.
/// </summary>
internal sealed class ArnChecker
{
    private const int UsualRow = 1024;

    private readonly ByteStore _bytes;
    private readonly int _column;
    private readonly IReadOnlyList<ReportBlock> _blocks;
    private readonly bool _ofWholeFile;
    private readonly ArnSet _arns = new();
    private readonly CsvBlock _other = new();
    private readonly ArnSet.Comparer _isSame;
    private byte[] _buffer = [];
    private ulong _account;

    /// <param name="bytes">The file, to look at an earlier row again.</param>
    /// <param name="column">The index of the ARN's column.</param>
    /// <param name="blocks">The blocks so far, the one that the next row is in too.</param>
    /// <param name="ofWholeFile">Whether accounts are scattered over the file.</param>
    public ArnChecker(ByteStore bytes, int column, IReadOnlyList<ReportBlock> blocks, bool ofWholeFile)
    {
        _bytes = bytes;
        _column = column;
        _blocks = blocks;
        _ofWholeFile = ofWholeFile;
        _isSame = IsSame;
    }

    /// <summary>Says that the next row is of another account than the one before.</summary>
    /// <param name="prefix">What the ARNs of the account begin with.</param>
    public void BeginAccount(ReadOnlySpan<byte> prefix)
    {
        _account = Fingerprint.OfShort(prefix);
        if (!_ofWholeFile)
            _arns.Clear();
    }

    /// <summary>Adds a row; the line of another row with the same ARN, or 0.</summary>
    /// <param name="resource">The hash of what follows the account in its ARN.</param>
    /// <param name="block">The rows that it is among.</param>
    /// <param name="row">Its index in the block.</param>
    /// <param name="offset">Where the block starts in the file.</param>
    public int Add(ulong resource, CsvBlock block, int row, long offset)
    {
        var other = _arns.Add(_account ^ resource, offset + block.StartOf(row), block, row, _isSame);
        return other < 0 ? 0 : LineOf(other);
    }

    private bool IsSame(CsvBlock block, int row, long offset)
    {
        var arn = block.RowAt(row).ValueOf(_column);
        for (var count = UsualRow; ; count *= 2)
        {
            var text = _bytes.Read(offset, count, ref _buffer);
            if (_other.TryFillOne(text, line: 1, isLast: offset + text.Count >= _bytes.Length, out _))
                return _other.RowAt(0).ValueOf(_column).SequenceEqual(arn);
        }
    }

    /// <summary>The line of a row that starts at an offset.</summary>
    private int LineOf(long offset)
    {
        var block = _blocks[0];
        for (var (low, high) = (0, _blocks.Count - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            if (_blocks[middle].Offset > offset)
                high = middle - 1;
            else
                (block, low) = (_blocks[middle], middle + 1);
        }

        return block.FirstLine
            + _bytes.Read(block.Offset, (int)(offset - block.Offset), ref _buffer).AsSpan().Count((byte)'\n');
    }
}
