using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Matches the header with the known columns: by name, in any order. A name in another case or with spaces around it
/// is taken with a warning; two columns of one name are refused, because nothing says which of them counts.
/// </summary>
internal sealed class ReportHeaderReader(Source source, SnapshotDiagnosticBag diagnostics)
{
    /// <summary>The header; incomplete where a diagnostic says so.</summary>
    public ReportHeader Read(CsvText text, RowPlace place, int columns)
    {
        var names = ImmutableArray.CreateBuilder<string>(columns);
        var known = ImmutableArray.CreateBuilder<CredentialReportColumn?>(columns);
        var indexOfKnown = Enumerable.Repeat(-1, CredentialReportColumns.All.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < columns; index++)
        {
            var (start, length) = RowSplitter.CellOf(text.Bytes, place, index);
            var name = text.Decode(start, length);
            var at = source.PlaceOf(start);
            var column = Match(name, at);
            names.Add(name);
            known.Add(column);
            var trimmed = name.Trim();
            if (trimmed.Length == 0)
                diagnostics.Report(SnapshotDescriptors.UnnamedColumn, source.Name, at, "", Number(index + 1));
            else if (!first.TryAdd(trimmed, index))
                ReportDuplicate(name, at, first[trimmed]);
            else if (column is not null)
                indexOfKnown[column.Ordinal] = index;
        }

        if (HasRequired(names, indexOfKnown, source.PlaceOf(place.Start)) && first.Count == columns)
            ReportUnknown(text, place, names, known);
        return new ReportHeader(names.MoveToImmutable(), known.MoveToImmutable(), [.. indexOfKnown]);
    }

    private CredentialReportColumn? Match(string name, (int Line, int Column) at)
    {
        if (CredentialReportColumns.Find(name) is { } exact)
            return exact;
        var loose = CredentialReportColumns.Find(name.Trim().ToLowerInvariant());
        if (loose is not null)
            diagnostics.Report(SnapshotDescriptors.ColumnSpelling, source.Name, at, loose.Name, name, loose.Name);
        return loose;
    }

    private void ReportDuplicate(string name, (int Line, int Column) at, int first) => diagnostics.Report(
        SnapshotDescriptors.DuplicateColumn, source.Name, at, name, name, Number(first + 1));

    private void ReportUnknown(
        CsvText text,
        RowPlace place,
        ImmutableArray<string>.Builder names,
        ImmutableArray<CredentialReportColumn?>.Builder known)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (known[index] is not null)
                continue;
            var at = source.PlaceOf(RowSplitter.CellOf(text.Bytes, place, index).Start);
            diagnostics.Report(SnapshotDescriptors.UnknownColumn, source.Name, at, names[index], names[index]);
        }
    }

    private bool HasRequired(ImmutableArray<string>.Builder names, int[] indexOfKnown, (int Line, int Column) at)
    {
        if (names.Count == 1 && names[0].AsSpan().IndexOfAny(';', '\t') is >= 0 and var separator)
        {
            var found = names[0][separator] == ';' ? "semicolons" : "tabs";
            diagnostics.Report(SnapshotDescriptors.WrongSeparator, source.Name, at, "", found);
            return false;
        }

        var complete = true;
        foreach (var required in (ReadOnlySpan<int>)[CredentialReportColumns.User, CredentialReportColumns.Arn])
        {
            var name = CredentialReportColumns.All[required].Name;
            if (indexOfKnown[required] >= 0)
                continue;
            diagnostics.Report(SnapshotDescriptors.MissingColumn, source.Name, at, name, name);
            complete = false;
        }

        return complete;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
