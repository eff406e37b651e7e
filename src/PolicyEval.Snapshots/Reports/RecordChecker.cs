using System.Diagnostics;
using System.Globalization;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Checks the form of records, before anything is made of their cells.</summary>
internal sealed class RecordChecker(string fileName, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics)
{
    /// <summary>Whether a record can be a row; false after a diagnostic.</summary>
    public bool IsRow(CsvBlock block, CsvRecord record, ReportHeader header)
    {
        if (HasFault(block, record) || HasLongCell(block, 0, record.Cells, header))
            return false;
        if (record.Cells == header.Names.Length)
            return true;
        diagnostics.Report(
            SnapshotDescriptors.CellCount, fileName, (block.LineOf(0), 1), "",
            Number(record.Cells), Number(header.Names.Length));
        return false;
    }

    /// <summary>Whether a record can be the header; false after a diagnostic.</summary>
    public bool IsHeader(CsvBlock block, CsvRecord record)
    {
        if (record.Cells > limits.Columns)
        {
            ReportLimit((block.LineOf(0), 1), "", limits.Columns, "columns", nameof(limits.Columns));
            return false;
        }

        if (record.End > record.Start)
            return !HasFault(block, record) && !HasLongCell(block, 0, record.Cells, header: null);
        ReportBlankLine(block.LineOf(0));
        return false;
    }

    /// <summary>Whether a cell of a row is too long; true after a diagnostic.</summary>
    public bool HasLongCell(CsvBlock block, int row, int count, ReportHeader? header)
    {
        var cells = block.RowAt(row);
        if (cells.End - cells.Start <= limits.CellBytes)
            return false;
        for (var cell = 0; cell < count; cell++)
        {
            if (cells.PlaceOf(cell).Length <= limits.CellBytes)
                continue;
            var field = header is not null && cell < header.Names.Length ? header.Names[cell] : "";
            ReportLimit(block.PlaceOf(row, cell), field, limits.CellBytes, "bytes in a cell", nameof(limits.CellBytes));
            return true;
        }

        return false;
    }

    public void ReportBlankLine(int line) =>
        diagnostics.Report(SnapshotDescriptors.BlankLine, fileName, (line, 1), "");

    public void ReportLimit((int Line, int Column) place, string field, int limit, string what, string name) =>
        diagnostics.Report(SnapshotDescriptors.CsvLimit, fileName, place, field, Number(limit), what, name);

    private bool HasFault(CsvBlock block, CsvRecord record)
    {
        if (record.Fault == QuoteFault.None)
            return false;
        var what = record.Fault switch
        {
            QuoteFault.Stray => "A quote stands inside a cell that does not begin with one",
            QuoteFault.TextBehind => "Text follows the closing quote of a cell",
            QuoteFault.Open => "A quote is never closed",
            _ => throw new UnreachableException($"fault {record.Fault}"),
        };
        var place = (block.LineOf(0, record.FaultAt), block.ColumnOf(0, record.FaultAt));
        diagnostics.Report(SnapshotDescriptors.BadQuote, fileName, place, "", what);
        return true;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
