using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Goes once through a report from its first byte to its last: header, then blocks of whole rows. Blocks that are plain
/// tables are checked by all threads; any other is looked at by itself, and each of its records if need be.
/// </summary>
internal sealed class ReportPass : IDisposable
{
    /// <summary>
    /// How often the threads come together again: what they read ahead of a block that is no table is lost, and of a
    /// report with many of them nothing should be read thrice.
    /// </summary>
    private const int PipelineRunsMax = 8;

    private readonly ByteStore _bytes;
    private readonly string _name;
    private readonly SnapshotLimits _limits;
    private readonly bool _areAccountsScattered;
    private readonly CancellationToken _cancellationToken;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly RecordChecker _records;
    private readonly ImmutableArray<ReportBlock>.Builder _blocks = ImmutableArray.CreateBuilder<ReportBlock>();
    private readonly CsvBlock _block = new();
    private readonly List<int> _runAccounts = [];
    private RowChecker? _rows;
    private byte[] _buffer = [];
    private ArraySegment<byte> _window;
    private long _offset;
    private long _end;
    private int _line = 1;
    private int _blankLine;

    /// <param name="bytes">The file, which starts as text.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="areAccountsScattered">Whether rows of one account need not follow each other.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ReportPass(
        ByteStore bytes,
        string name,
        SnapshotLimits limits,
        bool areAccountsScattered,
        CancellationToken cancellationToken)
    {
        _bytes = bytes;
        _name = name;
        _limits = limits;
        _areAccountsScattered = areAccountsScattered;
        _cancellationToken = cancellationToken;
        Diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
        _records = new RecordChecker(name, limits, Diagnostics);
    }

    /// <summary>
    /// Who sees the rows too; null for nobody, and once there was a row that nobody could be shown.
    /// </summary>
    public IRowWatcher? Watcher { get; set; }

    /// <summary>What is wrong with the report.</summary>
    public SnapshotDiagnosticBag Diagnostics { get; private set; }

    /// <summary>The header; null where an error stands before the rows.</summary>
    public ReportHeader? Header { get; private set; }

    /// <summary>The blocks, where there was no error.</summary>
    public ReportIndex Index => new(_blocks.ToImmutable(), _end, _rows!.Rows);

    /// <summary>The accounts, where there was no error.</summary>
    public AccountTable Accounts => _rows!.Accounts;

    /// <summary>
    /// Goes through the file; false where accounts turned out to be scattered, and that was not said before.
    /// </summary>
    /// <exception cref="IOException">The operating system gives nothing.</exception>
    public bool Run()
    {
        ReadHeader();
        if (Header is not { } header)
            return true;
        var arnColumn = header.IndexOfKnown[CredentialReportColumns.Arn];
        _rows = new RowChecker(
            _name, header, new ArnChecker(_bytes, arnColumn, _blocks, _areAccountsScattered), Diagnostics);
        ReadBlocks(header, _rows);
        if (IsSurprised(_rows))
            return false;
        if (_rows.Count == 0 && Diagnostics.Errors == 0)
            Diagnostics.Report(SnapshotDescriptors.NoRows, _name, (1, 1), "");
        _rows.Finish();
        Watcher?.End();
        if (_offset < _bytes.Length)
            FindDamage();
        return true;
    }

    /// <summary>The sha256 of the file, where there was no error. Called once.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private bool IsSurprised(RowChecker rows) => rows.Accounts.IsScattered && !_areAccountsScattered;

    private void ReadBlocks(ReportHeader header, RowChecker rows)
    {
        var left = _bytes.Length - _offset;
        var pipeline = new BlockPipeline(
            () => new CheckedBlock(_bytes, header, _limits, Watcher),
            block => TryTake(block, rows),
            _hash,
            left > _limits.WindowBytes ? _limits.Threads : 1,
            _cancellationToken);
        for (var runs = 0; _offset < _bytes.Length && !IsSurprised(rows); runs++)
        {
            if (runs < PipelineRunsMax)
                pipeline.Run(_offset);
            if (_offset == _bytes.Length || IsSurprised(rows))
                return;
            // Whoever watches is not shown the rows of such blocks.
            Watcher = null;
            if (!TryReadBlock(header, rows))
                return;
        }
    }

    /// <summary>
    /// Adds a block that was checked; false where it has to be looked at by itself, or nothing more is.
    /// </summary>
    private bool TryTake(CheckedBlock block, RowChecker rows)
    {
        if (!block.IsTable || block.Rows.Rows > _limits.Rows - rows.Count || block.Lines > _limits.Lines - _line
            || _blankLine > 0 || IsSurprised(rows))
        {
            return false;
        }

        block.Rows.FirstLine = _line;
        var start = new RowPlace { Index = rows.Rows, Line = _line, Offset = _offset };
        _blocks.Add(new ReportBlock(_offset, rows.Rows, _line, block.Fingerprint));
        rows.Add(block, _runAccounts);
        Watcher?.Take(block.Watcher!, CollectionsMarshal.AsSpan(_runAccounts), start);
        _line += block.Lines;
        _offset += block.Text.Count;
        EndBlock(rows);
        return true;
    }

    /// <summary>Keeps the last block if it has rows.</summary>
    private void EndBlock(RowChecker rows)
    {
        if (rows.Rows == _blocks[^1].FirstRow)
            _blocks.RemoveAt(_blocks.Count - 1);
        else
            _end = _offset;
    }

    private ArraySegment<byte> Read(int count) => _window = _bytes.Read(_offset, count, ref _buffer);

    private void ReadHeader()
    {
        if (TextCheck.ByteOrderMark.SequenceEqual(Read(TextCheck.ByteOrderMark.Length)))
            Pass(TextCheck.ByteOrderMark.Length);
        CsvRecord record;
        for (var count = _limits.WindowBytes; !TryReadRecord(count, out record); count *= 2)
        {
            if (IsLargest(count))
                return;
        }

        var text = _block.Text[..record.Next];
        if (TextCheck.IsText(text) && _records.IsHeader(_block, record))
        {
            Header = new ReportHeaderReader(_name, Diagnostics).Read(_block, record.Cells);
            _line += text.Count((byte)'\n');
            Pass(record.Next);
        }

        if (Header is null)
            FindDamage();
    }

    private bool TryReadRecord(int count, out CsvRecord record)
    {
        var text = Read(count);
        return _block.TryFillOne(text, _line, _offset + text.Count == _bytes.Length, out record);
    }

    /// <summary>
    /// Reads the rows of the next window; false where none can follow, and the rest is only looked through.
    /// </summary>
    private bool TryReadBlock(ReportHeader header, RowChecker rows)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _blocks.Add(new ReportBlock(_offset, rows.Rows, _line, 0));
        for (var count = _limits.WindowBytes; ; count *= 2)
        {
            var text = Read(count);
            var isLast = _offset + text.Count == _bytes.Length;
            var isTable = _block.TryFill(text, header.Names.Length, _line, isLast);
            var length = isTable ? _block.Length : 0;
            if (isTable ? !TryAddRows(rows, header) : !TryAddRecords(text, isLast, rows, header, out length))
                return false;
            if (length > 0)
                return TryPassBlock(text.AsSpan(0, length), rows);
            if (IsLargest(count))
                return false;
        }
    }

    private bool TryAddRows(RowChecker rows, ReportHeader header)
    {
        if (_blankLine > 0)
            _records.ReportBlankLine(_blankLine);
        _blankLine = 0;
        var mayBeLong = _block.LongestRow > _limits.CellBytes;
        for (var row = 0; row < _block.Rows; row++)
        {
            if (IsLastRow(rows, _block.LineOf(row)))
                return false;
            if (!mayBeLong || !_records.HasLongCell(_block, row, header.Names.Length, header))
                rows.Add(_block, row, _offset);
        }

        return true;
    }

    /// <summary>Looks at the records by themselves, because something is wrong with one at least.</summary>
    private bool TryAddRecords(
        ArraySegment<byte> text, bool isLast, RowChecker rows, ReportHeader header, out int length)
    {
        length = 0;
        for (var line = _line; length < text.Count; line += _block.Text[.._block.Length].Count((byte)'\n'))
        {
            if (!_block.TryFillOne(text[length..], line, isLast, out var record))
                break;
            var offset = _offset + length;
            length += record.Next;
            if (record.End == record.Start)
            {
                _blankLine = _blankLine == 0 ? line : _blankLine;
                continue;
            }

            if (_blankLine > 0)
                _records.ReportBlankLine(_blankLine);
            _blankLine = 0;
            if (IsLastRow(rows, line))
                return false;
            if (_records.IsRow(_block, record, header))
                rows.Add(_block, 0, offset);
        }

        return true;
    }

    private bool IsLastRow(RowChecker rows, int line)
    {
        if (rows.Count < _limits.Rows)
            return false;
        _records.ReportLimit((line, 1), "", _limits.Rows, "rows", nameof(_limits.Rows));
        return true;
    }

    /// <summary>Whether no larger window may be read; true after a diagnostic.</summary>
    private bool IsLargest(int count)
    {
        if (count <= _limits.FileBytes / 2)
            return false;
        _records.ReportLimit((_line, 1), "", _limits.FileBytes, "bytes in a row", nameof(_limits.FileBytes));
        return true;
    }

    /// <summary>Goes behind a block that is done; false where it is no text, or has too many lines.</summary>
    private bool TryPassBlock(ReadOnlySpan<byte> block, RowChecker rows)
    {
        if (!_block.Separators.IsPlain && !TextCheck.IsText(block))
            return false;
        var lines = block.Count((byte)'\n');
        if (lines > _limits.Lines - _line)
        {
            _records.ReportLimit((_limits.Lines, 1), "", _limits.Lines, "lines", nameof(_limits.Lines));
            return false;
        }

        _line += lines;
        if (_bytes.Memory is null)
            _blocks[^1] = _blocks[^1] with { Fingerprint = Fingerprint.Of(block) };
        Pass(block.Length);
        EndBlock(rows);
        return true;
    }

    /// <summary>Says that the first bytes of the window are done with.</summary>
    private void Pass(int count)
    {
        _hash.AppendData(_window.AsSpan(0, count));
        _offset += count;
    }

    /// <summary>What is no text is nothing else: nothing else is said of it.</summary>
    private void FindDamage()
    {
        var damage = new TextDamage(_bytes, _name, Math.Max(8, _limits.WindowBytes))
            .Find(_offset, _line, _cancellationToken);
        if (damage is null)
            return;
        Diagnostics = new SnapshotDiagnosticBag(_limits.Diagnostics);
        Diagnostics.Add([damage]);
    }
}
