using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Checks what the rows of a report say, one by one, and indexes them and their accounts.</summary>
internal sealed class RowChecker(Source source, CsvText text, ReportHeader header, SnapshotDiagnosticBag diagnostics)
{
    private readonly ImmutableArray<IndexedRow>.Builder _rows = ImmutableArray.CreateBuilder<IndexedRow>();
    private readonly AccountTable _accounts = new();
    private readonly CellSet _arns = new(text);

    /// <summary>Rows so far, bad ones too.</summary>
    public int Count { get; private set; }

    public void Add(RowPlace place)
    {
        Count++;
        CheckCells(place);
        var user = Inner(KnownCell(place, CredentialReportColumns.User));
        var arnCell = Inner(KnownCell(place, CredentialReportColumns.Arn));
        if (!IamArn.TryParse(text.Bytes.Slice(arnCell.Start, arnCell.Length), out var arn))
        {
            var badArn = TextOf(place, CredentialReportColumns.Arn);
            Report(SnapshotDescriptors.BadArn, place, CredentialReportColumns.Arn, badArn);
            return;
        }

        var userName = text.Bytes.Slice(user.Start, user.Length);
        var isRoot = userName.SequenceEqual("<root_account>"u8);
        if (isRoot != arn.IsRoot)
            ReportPair(SnapshotDescriptors.HalfRoot, place);
        else if (!isRoot && !arn.UserName.SequenceEqual(userName))
            ReportPair(SnapshotDescriptors.NameMismatch, place);
        var row = _rows.Count;
        var account = _accounts.Add(arn, row, isRoot && arn.IsRoot, out var otherRoot);
        var otherRow = _arns.Add(arnCell.Start, arnCell.Length, row);
        if (otherRoot >= 0)
            ReportTwin(SnapshotDescriptors.TwoRoots, place, _accounts[account].Id, otherRoot);
        else if (otherRow >= 0)
            ReportTwin(SnapshotDescriptors.DuplicateUser, place, TextOf(place, CredentialReportColumns.Arn), otherRow);
        _rows.Add(new IndexedRow(place, account));
    }

    /// <summary>The index; says which accounts look cut.</summary>
    public RowIndex Finish()
    {
        var accounts = _accounts.ToImmutable();
        foreach (var account in accounts)
        {
            // Reports of China have no root row: accounts there have no root user.
            if (account.RootRow >= 0 || account.Partition == "aws-cn")
                continue;
            var first = _rows[account.FirstRow].Place;
            Report(SnapshotDescriptors.NoRoot, first, CredentialReportColumns.Arn, account.Id);
        }

        return new RowIndex(_rows.DrainToImmutable(), accounts);
    }

    private void CheckCells(RowPlace place)
    {
        var end = place.Start + place.Length;
        var quoted = RowSplitter.HasQuotes(text.Bytes[place.Start..end]);
        for (int index = 0, start = place.Start, length; index < header.Known.Length; index++, start += length + 1)
        {
            length = RowSplitter.FirstLength(text.Bytes[start..end], quoted);
            if (header.Known[index] is not { Kind: not ColumnKind.Name } column)
                continue;
            var (kind, _) = CellTyper.TypeOf(text.Bytes.Slice(start, length), column.Kind);
            if (kind == CellKind.Unrecognised)
                ReportUnrecognised(place, column, start, length);
            else if (column.Ordinal == CredentialReportColumns.AdditionalCredentialsInfo && kind == CellKind.Text)
                Report(SnapshotDescriptors.MoreCredentials, place, column.Ordinal, TextOf(place, column.Ordinal));
        }
    }

    /// <summary>
    /// A date that cannot be (it begins with a digit) is damage; any other token may be new at AWS, and only its cell
    /// is unknown.
    /// </summary>
    private void ReportUnrecognised(RowPlace place, CredentialReportColumn column, int start, int length)
    {
        var first = text.Bytes[Inner((start, length)).Start];
        var isDate = column.Kind == ColumnKind.Timestamp && char.IsAsciiDigit((char)first);
        var descriptor = isDate ? SnapshotDescriptors.BadDate : SnapshotDescriptors.UnknownToken;
        Report(descriptor, place, column.Ordinal, TextOf(place, column.Ordinal));
    }

    private void ReportPair(SnapshotDescriptor descriptor, RowPlace place) => Report(
        descriptor, place, CredentialReportColumns.User,
        TextOf(place, CredentialReportColumns.User), TextOf(place, CredentialReportColumns.Arn));

    private void ReportTwin(SnapshotDescriptor descriptor, RowPlace place, string what, int otherRow) => Report(
        descriptor, place, CredentialReportColumns.Arn,
        what, _rows[otherRow].Place.Line.ToString(CultureInfo.InvariantCulture));

    private void Report(
        SnapshotDescriptor descriptor, RowPlace place, int ordinal, params ReadOnlySpan<string> arguments)
    {
        var start = KnownCell(place, ordinal).Start;
        var at = (text.LineOf(place, start), text.ColumnOf(place, start));
        diagnostics.Report(descriptor, source.Name, at, CredentialReportColumns.All[ordinal].Name, arguments);
    }

    private string TextOf(RowPlace place, int ordinal)
    {
        var (start, length) = KnownCell(place, ordinal);
        return text.Decode(start, length);
    }

    private (int Start, int Length) KnownCell(RowPlace place, int ordinal) =>
        RowSplitter.CellOf(text.Bytes, place, header.IndexOfKnown[ordinal]);

    private (int Start, int Length) Inner((int Start, int Length) cell) =>
        cell.Length > 0 && text.Bytes[cell.Start] == (byte)'"' ? (cell.Start + 1, cell.Length - 2) : cell;
}
