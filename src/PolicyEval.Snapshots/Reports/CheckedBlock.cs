using System.Runtime.InteropServices;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// A block of whole rows, and all that can be found out of it without the rows before it. It is read, split and checked
/// by one thread, and added to the report by one, maybe another. Reused for one block after the other.
/// </summary>
internal sealed class CheckedBlock
{
    private readonly ByteStore _bytes;
    private readonly ReportHeader _header;
    private readonly SnapshotLimits _limits;
    private readonly IBlockWatcher? _watcher;
    private readonly RowCells _cells;
    private readonly int _user;
    private readonly int _arn;
    private readonly int _more;
    private readonly List<AccountRun> _runs = [];
    private readonly List<int> _odd = [];
    private ulong[] _hashes = [];
    private byte[] _buffer = [];

    /// <param name="bytes">The file.</param>
    /// <param name="header">Its columns.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="watcher">Who sees the rows too, or null.</param>
    public CheckedBlock(ByteStore bytes, ReportHeader header, SnapshotLimits limits, IRowWatcher? watcher)
    {
        (_bytes, _header, _limits) = (bytes, header, limits);
        _watcher = watcher?.Watch();
        _cells = new RowCells(Rows, header, watcher?.Columns ?? [], checksAll: true, isReadAgain: bytes.Memory is null);
        _user = header.IndexOfKnown[CredentialReportColumns.User];
        _arn = header.IndexOfKnown[CredentialReportColumns.Arn];
        _more = header.IndexOfKnown[CredentialReportColumns.AdditionalCredentialsInfo];
    }

    /// <summary>The rows. Their lines count from 0 until somebody says where the block stands.</summary>
    public CsvBlock Rows { get; } = new();

    /// <summary>The bytes.</summary>
    public ArraySegment<byte> Text { get; private set; }

    /// <summary>Where they start in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether they end where the file does.</summary>
    public bool IsLast { get; private set; }

    /// <summary>
    /// Whether they are rows and nothing else, in UTF-8, none too long; if not, nothing that follows is known.
    /// </summary>
    public bool IsTable { get; private set; }

    /// <summary>How many lines there are.</summary>
    public int Lines { get; private set; }

    /// <summary>Of the bytes, where they are read from disk again; else 0.</summary>
    public ulong Fingerprint { get; private set; }

    /// <summary>The accounts, in order; all rows are of one of them.</summary>
    public ReadOnlySpan<AccountRun> Runs => CollectionsMarshal.AsSpan(_runs);

    /// <summary>The rows of which something is to be said, or which <see cref="RowChecker"/> has to look at.</summary>
    public ReadOnlySpan<int> OddRows => CollectionsMarshal.AsSpan(_odd);

    /// <summary>Who saw the rows, or null.</summary>
    public IBlockWatcher? Watcher => _watcher;

    /// <summary>The hash of what follows the account in a row's ARN, where that is not odd.</summary>
    public ulong HashOf(int row) => _hashes[row];

    /// <summary>Whether it was checked since it was read last; for those who wait for it.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Reads bytes up to the last line end among them, or the end of the file.</summary>
    /// <returns>How many there are; 0 where no line ends.</returns>
    public int Read(long offset)
    {
        var text = _bytes.Read(offset, _limits.WindowBytes, ref _buffer);
        IsLast = offset + text.Count == _bytes.Length;
        // A line may end inside of a cell. Then the block is no table, and nobody believes those read after it.
        Text = IsLast ? text : text[..(text.AsSpan().LastIndexOf((byte)'\n') + 1)];
        Offset = offset;
        return Text.Count;
    }

    /// <summary>Splits and checks what was read.</summary>
    public void Check()
    {
        IsTable = Rows.TryFill(Text, _header.Names.Length, firstLine: 0, IsLast)
            && Rows.Length == Text.Count
            && Rows.LongestRow <= _limits.CellBytes
            && (Rows.Separators.IsPlain || TextCheck.IsText(Text));
        if (!IsTable)
            return;
        Lines = Rows.Separators.HasInnerLineFeed ? Text.AsSpan().Count((byte)'\n') : Rows.Separators.LineFeeds;
        Fingerprint = _bytes.Memory is null ? Sources.Fingerprint.Of(Text) : 0;
        CheckRows();
    }

    private void CheckRows()
    {
        _runs.Clear();
        _odd.Clear();
        _watcher?.Clear();
        if (_hashes.Length < Rows.Rows)
            _hashes = new ulong[Rows.Rows];
        var prefix = ReadOnlySpan<byte>.Empty;
        for (var row = 0; row < Rows.Rows; row++)
        {
            var cells = Rows.RowAt(row);
            var arn = cells.ValueOf(_arn);
            if (prefix.IsEmpty || !arn.StartsWith(prefix))
            {
                prefix = IamArn.TryParse(arn, out var parsed) ? parsed.Prefix : [];
                _runs.Add(new AccountRun { First = row, End = row, RootRow = -1 });
                _watcher?.BeginAccount();
            }

            var isUsual = _cells.Type(row)
                & (_more < 0 || QuickTyper.TokenOf(cells.RawOf(_more)) != CellKind.Unrecognised);
            ref var run = ref CollectionsMarshal.AsSpan(_runs)[^1];
            run.End = row + 1;
            var resource = arn[prefix.Length..];
            var isRoot = resource.SequenceEqual("root"u8);
            var isUsualUser = isRoot ? IsUsualRoot(cells, row, ref run) : IsUsualUser(cells, resource);
            if (!isUsual || !isUsualUser || prefix.IsEmpty)
                _odd.Add(row);
            else
                run.HasUsers |= !isRoot;
            _hashes[row] = Sources.Fingerprint.OfShort(resource);
            _watcher?.See(_cells, isRoot);
        }
    }

    /// <summary>Whether the row of a root user's ARN is the root user's, and the first of the account.</summary>
    private bool IsUsualRoot(CsvRow cells, int row, ref AccountRun run)
    {
        var isFirst = run.RootRow < 0;
        run.RootRow = isFirst ? row : run.RootRow;
        return isFirst && cells.ValueOf(_user).SequenceEqual("<root_account>"u8);
    }

    /// <summary>Whether the ARN is that of the user whom the row names.</summary>
    private bool IsUsualUser(CsvRow cells, ReadOnlySpan<byte> resource)
    {
        var name = resource[(resource.LastIndexOf((byte)'/') + 1)..];
        return resource.StartsWith("user/"u8)
            && name.Length > 0
            && name[0] != (byte)'<'
            && name.SequenceEqual(cells.ValueOf(_user));
    }
}
