using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares the active access keys of a row with those of the list. Inactive keys are not compared: the report does
/// not tell them from keys that never were.
/// </summary>
internal static class KeyComparison
{
    private const string Active = "Active";

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private static readonly (int Active, int LastRotated)[] Slots =
    [
        (Ordinal("access_key_1_active"), Ordinal("access_key_1_last_rotated")),
        (Ordinal("access_key_2_active"), Ordinal("access_key_2_last_rotated")),
    ];

    /// <summary>
    /// Below 0 where the list has fewer than the row, above 0 where it has more, or may have: the status of a key is
    /// none that AWS writes. Of a user with more keys than columns, which has its own warning, the columns do not tell.
    /// </summary>
    public static int Count(CredentialReportRow row, JsonCell[] keys)
    {
        var cells = Array.ConvertAll(Slots, slot => row.Cell(slot.Active).Kind);
        if (!cells.All(kind => kind is CellKind.True or CellKind.False)
            || row.Cell(CredentialReportColumns.AdditionalCredentialsInfo) is { Kind: CellKind.Text })
        {
            return 0;
        }

        return keys.All(key => CrossCheck.TextOf(key, "Status") is Active or "Inactive" or "Expired")
            ? keys.Count(IsActive) - cells.Count(kind => kind == CellKind.True)
            : 1;
    }

    /// <summary>
    /// 1 where an active key was made at another time than every active slot of the row says, or the other way round,
    /// else 0. AWS writes into last_rotated when the key was made (IAM User Guide, "Getting credential reports"), also
    /// when it was changed last: such a key may be older than the row says, so that the row proves no age.
    /// </summary>
    public static int Dates(CredentialReportRow row, JsonCell[] keys)
    {
        if (Count(row, keys) != 0)
            return 0;
        var made = keys.Where(IsActive).Select(key => key.Property("CreateDate")?.Time).ToArray();
        var rotated = Slots.Where(slot => row.Cell(slot.Active).Kind == CellKind.True)
            .Select(slot => row.Cell(slot.LastRotated)).ToArray();

        // A date that is missing may be any; whoever needs it, misses it.
        if (made.Contains(null) || rotated.Any(cell => cell.Kind != CellKind.Timestamp))
            return 0;
        var times = Array.ConvertAll(rotated, cell => cell.Time);
        return made.All(time => times.Any(other => IsSame(time!.Value, other)))
            && times.All(time => made.Any(other => IsSame(other!.Value, time)))
                ? 0
                : 1;
    }

    private static bool IsActive(JsonCell key) => CrossCheck.TextOf(key, "Status") == Active;

    private static bool IsSame(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() <= Tolerance;

    private static int Ordinal(string column) => CredentialReportColumns.Find(column)!.Ordinal;
}
