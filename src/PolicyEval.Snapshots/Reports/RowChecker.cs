using System.Globalization;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Checks what the rows of a report say, one by one, and gathers their accounts.</summary>
/// <param name="fileName">The report's name.</param>
/// <param name="header">The report's columns.</param>
/// <param name="arns">What finds users that stand twice.</param>
/// <param name="diagnostics">Where what is wrong is reported.</param>
internal sealed class RowChecker(
    string fileName, ReportHeader header, ArnChecker arns, SnapshotDiagnosticBag diagnostics)
{
    private readonly int _user = header.IndexOfKnown[CredentialReportColumns.User];
    private readonly int _arn = header.IndexOfKnown[CredentialReportColumns.Arn];
    private readonly int _more = header.IndexOfKnown[CredentialReportColumns.AdditionalCredentialsInfo];
    private readonly AccountTable _accounts = new();

    /// <summary>Rows so far, bad ones too.</summary>
    public int Count { get; private set; }

    /// <summary>Rows so far whose ARN can be read.</summary>
    public int Rows { get; private set; }

    public AccountTable Accounts => _accounts;

    /// <summary>Adds the rows of a block that was checked by itself.</summary>
    /// <param name="block">The block, whose line is known now.</param>
    /// <param name="accounts">Is filled: for each run, the index of its account.</param>
    public void Add(CheckedBlock block, List<int> accounts)
    {
        accounts.Clear();
        var odd = block.OddRows;
        foreach (ref readonly var run in block.Runs)
        {
            var arn = block.Rows.RowAt(run.First).ValueOf(_arn);
            if (TryMoveTo(block.Rows, run.First, arn, out _) && run.HasUsers)
                _accounts.Last.HasUsers = true;
            for (var row = run.First; row < run.End; row++)
            {
                if (odd.IsEmpty || odd[0] != row)
                {
                    AddUsual(block, row, row == run.RootRow);
                    continue;
                }

                odd = odd[1..];
                Add(block.Rows, row, block.Offset);
            }

            accounts.Add(_accounts.LastIndex);
        }
    }

    /// <summary>Checks a row.</summary>
    /// <param name="block">The rows that it is among.</param>
    /// <param name="row">Its index in the block.</param>
    /// <param name="offset">Where the block starts in the file.</param>
    public void Add(CsvBlock block, int row, long offset)
    {
        Count++;
        var cells = block.RowAt(row);
        CheckCells(block, row);
        var arn = cells.ValueOf(_arn);
        if (!TryMoveTo(block, row, arn, out var resource))
        {
            Report(SnapshotDescriptors.BadArn, block, row, CredentialReportColumns.Arn, block.TextOf(row, _arn));
            return;
        }

        var user = cells.ValueOf(_user);
        var isRootArn = resource.SequenceEqual("root"u8);
        var isRoot = user.SequenceEqual("<root_account>"u8);
        if (isRoot != isRootArn)
            ReportPair(SnapshotDescriptors.HalfRoot, block, row);
        else if (!isRoot && !resource[(resource.LastIndexOf((byte)'/') + 1)..].SequenceEqual(user))
            ReportPair(SnapshotDescriptors.NameMismatch, block, row);
        isRoot &= isRootArn;
        if (!isRoot)
            _accounts.Last.HasUsers = true;
        AddUser(block, row, isRoot, arns.Add(Fingerprint.OfShort(resource), block, row, offset));
    }

    private void AddUsual(CheckedBlock block, int row, bool isRoot)
    {
        Count++;
        AddUser(block.Rows, row, isRoot, arns.Add(block.HashOf(row), block.Rows, row, block.Offset));
    }

    /// <summary>Adds a row to its account; says if it stands there already.</summary>
    private void AddUser(CsvBlock block, int row, bool isRoot, int otherLine)
    {
        if (isRoot && !TryAddRoot(block, row, out var otherRoot))
            ReportTwin(SnapshotDescriptors.TwoRoots, block, row, _accounts.Last.IdText, otherRoot);
        else if (otherLine > 0)
            ReportTwin(SnapshotDescriptors.DuplicateUser, block, row, block.TextOf(row, _arn), otherLine);
        Rows++;
    }

    /// <summary>Says which accounts look cut.</summary>
    public void Finish()
    {
        foreach (ref readonly var account in _accounts.Accounts)
        {
            // Reports of China have no root row: accounts there have no root user.
            if (account.RootRow >= 0 || account.Partition == "aws-cn")
                continue;
            var arn = CredentialReportColumns.All[CredentialReportColumns.Arn].Name;
            diagnostics.Report(SnapshotDescriptors.NoRoot, fileName, account.FirstArn, arn, account.IdText);
        }
    }

    private bool TryAddRoot(CsvBlock block, int row, out int otherLine)
    {
        ref var account = ref _accounts.Last;
        otherLine = account.RootLine;
        if (otherLine > 0)
            return false;
        (account.RootRow, account.RootLine) = (Rows, block.LineOf(row));
        return true;
    }

    /// <summary>Goes to the row's account; what its ARN names there: <c>root</c>, or <c>user/path/name</c>.</summary>
    private bool TryMoveTo(CsvBlock block, int row, ReadOnlySpan<byte> text, out ReadOnlySpan<byte> resource)
    {
        var prefix = _accounts.LastPrefix;
        if (!prefix.IsEmpty && text.StartsWith(prefix))
        {
            resource = text[prefix.Length..];
            if (resource.StartsWith("user/"u8) && resource[^1] != (byte)'/')
                return true;
        }

        var isArn = IamArn.TryParse(text, out var arn);
        resource = arn.Resource;
        if (!isArn || !_accounts.MoveTo(arn, Rows))
            return isArn;
        arns.BeginAccount(_accounts.LastPrefix);
        if (_accounts.Last.FirstRow == Rows)
            _accounts.Last.FirstArn = block.PlaceOf(row, _arn);
        return true;
    }

    private void CheckCells(CsvBlock block, int row)
    {
        var cells = block.RowAt(row);
        for (var index = 0; index < header.Known.Length; index++)
        {
            if (header.Known[index] is not { Kind: not ColumnKind.Name } column)
                continue;
            var kind = QuickTyper.TypeOf(cells.RawOf(index), column.Kind, out _);
            if (kind == CellKind.Unrecognised)
                ReportUnrecognised(block, row, index, column);
            else if (index == _more && kind == CellKind.Text)
                Report(SnapshotDescriptors.MoreCredentials, block, row, column.Ordinal, block.TextOf(row, index));
        }
    }

    /// <summary>
    /// A date that cannot be (it begins with a digit) is damage; any other token may be new at AWS, and only its cell
    /// is unknown.
    /// </summary>
    private void ReportUnrecognised(CsvBlock block, int row, int index, CredentialReportColumn column)
    {
        var first = block.RowAt(row).ValueOf(index)[0];
        var isDate = column.Kind == ColumnKind.Timestamp && char.IsAsciiDigit((char)first);
        var descriptor = isDate ? SnapshotDescriptors.BadDate : SnapshotDescriptors.UnknownToken;
        Report(descriptor, block, row, column.Ordinal, block.TextOf(row, index));
    }

    private void ReportPair(SnapshotDescriptor descriptor, CsvBlock block, int row) => Report(
        descriptor, block, row, CredentialReportColumns.User, block.TextOf(row, _user), block.TextOf(row, _arn));

    private void ReportTwin(SnapshotDescriptor descriptor, CsvBlock block, int row, string what, int otherLine) =>
        Report(
            descriptor, block, row, CredentialReportColumns.Arn,
            what, otherLine.ToString(CultureInfo.InvariantCulture));

    private void Report(
        SnapshotDescriptor descriptor,
        CsvBlock block,
        int row,
        int ordinal,
        params ReadOnlySpan<string> arguments) => diagnostics.Report(
        descriptor, fileName, block.PlaceOf(row, header.IndexOfKnown[ordinal]),
        CredentialReportColumns.All[ordinal].Name, arguments);
}
