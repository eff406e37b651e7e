using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares what the credential report says of each user's MFA devices and active access keys with the lists of them.
/// </summary>
internal static class CredentialCheck
{
    private const string MfaList = "MFADevices";
    private const string KeyList = "AccessKeyMetadata";
    private static readonly string[] MfaColumns = ["mfa_active"];
    private static readonly string[] KeyColumns = ["access_key_1_active", "access_key_2_active"];
    private static readonly string[] DateColumns = ["access_key_1_last_rotated", "access_key_2_last_rotated"];

    /// <summary>At most one of the devices, of the keys and of their dates.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        if (snapshot.Report is not { } report)
            return [];
        return new[]
        {
            OfList(snapshot.AnswerOf(EvidenceFiles.MfaDevices), MfaList, "MFA devices", report, CompareMfa, MfaColumns),
            OfList(snapshot.AnswerOf(EvidenceFiles.AccessKeys), KeyList, "active access keys", report,
                KeyComparison.Count, KeyColumns),
            OfList(snapshot.AnswerOf(EvidenceFiles.AccessKeys), KeyList, "dates of active access keys", report,
                KeyComparison.Dates, DateColumns, "CreateDate"),
        }.OfType<Disagreement>();
    }

    private static Disagreement? OfList(
        Answer answer,
        string property,
        string words,
        CredentialReport report,
        Func<CredentialReportRow, JsonCell[], int> compare,
        string[] columns,
        string? elementProperty = null)
    {
        // An element without a name may belong to anybody.
        if (CrossCheck.ListOf(answer, property) is not { } list
            || list.Children().Any(element => CrossCheck.TextOf(element, "UserName") is null))
        {
            return null;
        }

        var byUser = list.Children().ToLookup(e => CrossCheck.TextOf(e, "UserName")!, StringComparer.Ordinal);
        var rows = report.Rows()
            .Where(row => !row.IsRoot && compare(row, [.. byUser[row.User]]) != 0).ToArray();
        if (rows is not [var first, ..])
            return null;
        var lacking = rows.Where(row => compare(row, [.. byUser[row.User]]) < 0).ToArray();
        var names = Array.ConvertAll(rows, row => row.User);
        var place = first.Cell(Ordinal(columns[0]));
        return new Disagreement(
            new SnapshotDiagnostic(
                CrossCheckDescriptors.OtherCredentials, report.File.Name, place.Line, place.Column, place.Field,
                [Disagreement.Text(rows.Length), words, Disagreement.PlaceOf(answer, list), CrossCheck.Names(names)]),
            [
                .. lacking.Take(1).Select(row => new Doubt(
                    answer.FileName, property, Doubt.Whole,
                    FormattableString.Invariant(
                        $"lacks {words} of {row.User}, whose row is at {report.File.Name}:{row.Line}:1"))),
                .. rows.SelectMany(row => columns.Select(column => new Doubt(
                    EvidenceFiles.CredentialReport, column, row.Index,
                    $"differs from the {words} of {row.User} in {Disagreement.PlaceOf(answer, list)}"))),
                .. elementProperty is null ? [] : ElementDoubts(answer, list, elementProperty, report, rows),
            ]);
    }

    /// <summary>The list proves no more than the rows that it differs from.</summary>
    private static IEnumerable<Doubt> ElementDoubts(
        Answer answer, JsonCell list, string property, CredentialReport report, CredentialReportRow[] rows)
    {
        var byUser = rows.DistinctBy(row => row.User, StringComparer.Ordinal)
            .ToDictionary(row => row.User, StringComparer.Ordinal);
        foreach (var (index, element) in list.Children().Index())
        {
            if (byUser.TryGetValue(CrossCheck.TextOf(element, "UserName")!, out var row))
            {
                yield return new Doubt(
                    answer.FileName, $"{list.Field}/{property}", index,
                    FormattableString.Invariant($"differs from the row at {report.File.Name}:{row.Line}:1"));
            }
        }
    }

    /// <summary>Below 0 where the list has less than the row, above 0 where it has more.</summary>
    private static int CompareMfa(CredentialReportRow row, JsonCell[] devices) =>
        row.Cell(Ordinal(MfaColumns[0])).Kind switch
        {
            CellKind.True when devices.Length == 0 => -1,
            CellKind.False when devices.Length > 0 => 1,
            _ => 0,
        };

    private static int Ordinal(string column) => CredentialReportColumns.Find(column)!.Ordinal;
}
