using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Matches the header with the known columns: by name, in any order. A name in another case or with spaces around it
/// is taken with a warning; two columns of one name are refused, because nothing says which of them counts.
/// </summary>
internal sealed class ReportHeaderReader(string fileName, SnapshotDiagnosticBag diagnostics)
{
    /// <summary>The header, which is the block's only row; null after an error diagnostic.</summary>
    public ReportHeader? Read(CsvBlock block, int columns)
    {
        var errors = diagnostics.Errors;
        var names = ImmutableArray.CreateBuilder<string>(columns);
        var known = ImmutableArray.CreateBuilder<CredentialReportColumn?>(columns);
        var indexOfKnown = Enumerable.Repeat(-1, CredentialReportColumns.All.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < columns; index++)
        {
            var name = block.TextOf(0, index);
            var at = block.PlaceOf(0, index);
            var column = Match(name, at);
            names.Add(name);
            known.Add(column);
            var trimmed = name.Trim();
            if (trimmed.Length == 0)
                diagnostics.Report(SnapshotDescriptors.UnnamedColumn, fileName, at, "", Number(index + 1));
            else if (!first.TryAdd(trimmed, index))
                ReportDuplicate(name, at, first[trimmed]);
            else if (column is not null)
                indexOfKnown[column.Ordinal] = index;
        }

        if (HasRequired(names, indexOfKnown, block.PlaceOf(0, 0)) && first.Count == columns)
            ReportUnknown(block, names, known);
        return diagnostics.Errors > errors
            ? null
            : new ReportHeader(names.MoveToImmutable(), known.MoveToImmutable(), [.. indexOfKnown]);
    }

    private CredentialReportColumn? Match(string name, (int Line, int Column) at)
    {
        if (CredentialReportColumns.Find(name) is { } exact)
            return exact;
        var loose = CredentialReportColumns.Find(name.Trim().ToLowerInvariant());
        if (loose is not null)
            diagnostics.Report(SnapshotDescriptors.ColumnSpelling, fileName, at, loose.Name, name, loose.Name);
        return loose;
    }

    private void ReportDuplicate(string name, (int Line, int Column) at, int first) => diagnostics.Report(
        SnapshotDescriptors.DuplicateColumn, fileName, at, name, name, Number(first + 1));

    private void ReportUnknown(
        CsvBlock block,
        ImmutableArray<string>.Builder names,
        ImmutableArray<CredentialReportColumn?>.Builder known)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (known[index] is not null)
                continue;
            diagnostics.Report(
                SnapshotDescriptors.UnknownColumn, fileName, block.PlaceOf(0, index), names[index], names[index]);
        }
    }

    private bool HasRequired(ImmutableArray<string>.Builder names, int[] indexOfKnown, (int Line, int Column) at)
    {
        if (names.Count == 1 && names[0].AsSpan().IndexOfAny(';', '\t') is >= 0 and var separator)
        {
            var found = names[0][separator] == ';' ? "semicolons" : "tabs";
            diagnostics.Report(SnapshotDescriptors.WrongSeparator, fileName, at, "", found);
            return false;
        }

        var complete = true;
        foreach (var required in (ReadOnlySpan<int>)[CredentialReportColumns.User, CredentialReportColumns.Arn])
        {
            var name = CredentialReportColumns.All[required].Name;
            if (indexOfKnown[required] >= 0)
                continue;
            diagnostics.Report(SnapshotDescriptors.MissingColumn, fileName, at, name, name);
            complete = false;
        }

        return complete;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
