using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Reads a credential report. CsvHelper decides the structure (records, cells, quotes); what it lets pass is checked
/// here and in <see cref="TextCheck"/>. Each row is looked at once; only its place is kept.
/// </summary>
internal sealed class CredentialReportReader(
    Source source, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly CsvText _text = new(source.Memory);
    private CsvMalformedRecord? _malformed;

    /// <summary>The report; null after an error diagnostic.</summary>
    public CredentialReport? Read(string? decodedFrom)
    {
        var errors = diagnostics.Errors;
        if (!TextCheck.Holds(source, diagnostics) || !TextCheck.HasLineEnds(source, diagnostics))
            return null;
        using var csv = CsvReader.Create(source.Memory, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => _malformed = record,
        });
        if (!TryNext(csv, out var place))
            throw new UnreachableException("text that is not blank has a first record");
        if (ReadHeader(csv, place) is not { } header)
            return null;
        var rows = new RowChecker(source, _text, header, diagnostics);
        ReadRows(csv, header, rows);
        if (rows.Count == 0 && diagnostics.Errors == errors)
            diagnostics.Report(SnapshotDescriptors.NoRows, source.Name, (place.Line, 1), "");
        var index = rows.Finish();
        if (diagnostics.Errors > errors)
            return null;
        var file = new EvidenceFile(
            source.Name, source.Sha256(), source.Bytes.Length, EvidenceStatus.Given, index.Count,
            EvidenceFiles.CommandOf(EvidenceFiles.CredentialReport))
        {
            Path = decodedFrom ?? source.Name,
            DecodedFrom = decodedFrom,
        };
        return new CredentialReport(file, _text, header, index);
    }

    private ReportHeader? ReadHeader(CsvReader csv, RowPlace place)
    {
        if (csv.FieldCount > limits.Columns)
        {
            ReportLimit(source.PlaceOf(place.Start), "", limits.Columns, "columns", nameof(limits.Columns));
            return null;
        }

        if (place.Length == 0)
        {
            diagnostics.Report(SnapshotDescriptors.BlankLine, source.Name, (place.Line, 1), "");
            return null;
        }

        if (HasBadQuotes(csv, place) || HasLongCell(csv, place, null))
            return null;
        var errors = diagnostics.Errors;
        var header = new ReportHeaderReader(source, diagnostics).Read(_text, place, csv.FieldCount);
        return diagnostics.Errors == errors ? header : null;
    }

    private void ReadRows(CsvReader csv, ReportHeader header, RowChecker rows)
    {
        var blankLine = 0;
        while (TryNext(csv, out var place))
        {
            if (place.Length == 0)
            {
                blankLine = blankLine == 0 ? place.Line : blankLine;
                continue;
            }

            if (blankLine > 0)
                diagnostics.Report(SnapshotDescriptors.BlankLine, source.Name, (blankLine, 1), "");
            blankLine = 0;
            if (rows.Count == limits.Rows)
            {
                ReportLimit((place.Line, 1), "", limits.Rows, "rows", nameof(limits.Rows));
                return;
            }

            if (HasBadQuotes(csv, place) || HasLongCell(csv, place, header))
                continue;
            if (csv.FieldCount != header.Names.Length)
                ReportCellCount(csv, place, header);
            else
                rows.Add(place);
        }
    }

    /// <summary>The next record, blank lines too. Its bytes do not hold the line end.</summary>
    private bool TryNext(CsvReader csv, out RowPlace place)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _malformed = null;
        place = default;
        if (!csv.Read())
            return false;
        var start = Math.Max((int)csv.ByteOffset, source.TextStart);
        place = new RowPlace(start, csv.RawRecord.Length, (int)csv.LineNumber);
        return true;
    }

    private bool HasBadQuotes(CsvReader csv, RowPlace place)
    {
        if (_malformed is not { } malformed)
            return false;
        var what = malformed.Reason switch
        {
            CsvMalformedReason.StrayQuote => "A quote stands inside a cell that does not begin with one",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows the closing quote of a cell",
            CsvMalformedReason.UnterminatedQuote => "A quote is never closed",
            _ => throw new UnreachableException($"reason {malformed.Reason}"),
        };
        // Of a quote that is never closed CsvHelper names the end of the file; the reader wants the quote.
        var offset = malformed.Reason == CsvMalformedReason.UnterminatedQuote
            ? StartOf(csv, place, csv.FieldCount - 1)
            : (int)malformed.ByteOffset;
        diagnostics.Report(SnapshotDescriptors.BadQuote, source.Name, source.PlaceOf(offset), "", what);
        return true;
    }

    private static int StartOf(CsvReader csv, RowPlace place, int cell)
    {
        var start = place.Start;
        for (var before = 0; before < cell; before++)
            start += csv.GetRawSpan(before).Length + 1;
        return start;
    }

    private bool HasLongCell(CsvReader csv, RowPlace place, ReportHeader? header)
    {
        if (place.Length <= limits.CellBytes)
            return false;
        for (var cell = 0; cell < csv.FieldCount; cell++)
        {
            if (csv.GetRawSpan(cell).Length <= limits.CellBytes)
                continue;
            var field = header is not null && cell < header.Names.Length ? header.Names[cell] : "";
            var at = source.PlaceOf(StartOf(csv, place, cell));
            ReportLimit(at, field, limits.CellBytes, "bytes in a cell", nameof(limits.CellBytes));
            return true;
        }

        return false;
    }

    private void ReportCellCount(CsvReader csv, RowPlace place, ReportHeader header) => diagnostics.Report(
        SnapshotDescriptors.CellCount, source.Name, (place.Line, 1), "",
        csv.FieldCount.ToString(CultureInfo.InvariantCulture),
        header.Names.Length.ToString(CultureInfo.InvariantCulture));

    private void ReportLimit((int Line, int Column) place, string field, int limit, string what, string name) =>
        diagnostics.Report(
            SnapshotDescriptors.CsvLimit, source.Name, place, field,
            limit.ToString(CultureInfo.InvariantCulture), what, name);
}
