using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// The columns of the IAM credential report, from the IAM User Guide ("Getting credential reports for your AWS
/// account"), in the order in which AWS writes them. A report may have fewer, more, and in any order.
/// </summary>
public static class CredentialReportColumns
{
    /// <summary>The ordinal of <c>user</c>.</summary>
    public const int User = 0;

    /// <summary>The ordinal of <c>arn</c>.</summary>
    public const int Arn = 1;

    /// <summary>All of them; the index of a column is its ordinal.</summary>
    public static ImmutableArray<CredentialReportColumn> All { get; } = Number(
        ("user", ColumnKind.Name),
        ("arn", ColumnKind.Name),
        ("user_creation_time", ColumnKind.Timestamp),
        ("password_enabled", ColumnKind.Bool),
        ("password_last_used", ColumnKind.Timestamp),
        ("password_last_changed", ColumnKind.Timestamp),
        ("password_next_rotation", ColumnKind.Timestamp),
        ("mfa_active", ColumnKind.Bool),
        ("access_key_1_active", ColumnKind.Bool),
        ("access_key_1_last_rotated", ColumnKind.Timestamp),
        ("access_key_1_last_used_date", ColumnKind.Timestamp),
        ("access_key_1_last_used_region", ColumnKind.Text),
        ("access_key_1_last_used_service", ColumnKind.Text),
        ("access_key_2_active", ColumnKind.Bool),
        ("access_key_2_last_rotated", ColumnKind.Timestamp),
        ("access_key_2_last_used_date", ColumnKind.Timestamp),
        ("access_key_2_last_used_region", ColumnKind.Text),
        ("access_key_2_last_used_service", ColumnKind.Text),
        ("cert_1_active", ColumnKind.Bool),
        ("cert_1_last_rotated", ColumnKind.Timestamp),
        ("cert_2_active", ColumnKind.Bool),
        ("cert_2_last_rotated", ColumnKind.Timestamp),
        ("additional_credentials_info", ColumnKind.Text));

    private static readonly FrozenDictionary<string, CredentialReportColumn> ByName =
        All.ToFrozenDictionary(column => column.Name, StringComparer.Ordinal);

    /// <summary>The ordinal of <c>additional_credentials_info</c>, which AWS added after the others.</summary>
    public static int AdditionalCredentialsInfo { get; } = ByName["additional_credentials_info"].Ordinal;

    /// <summary>The ordinal of <c>password_next_rotation</c>, the one date that lies ahead by its nature.</summary>
    public static int PasswordNextRotation { get; } = ByName["password_next_rotation"].Ordinal;

    /// <summary>The known column of that name (exactly), or null.</summary>
    public static CredentialReportColumn? Find(string name) => ByName.GetValueOrDefault(name);

    private static ImmutableArray<CredentialReportColumn> Number(
        params ReadOnlySpan<(string Name, ColumnKind Kind)> columns)
    {
        var numbered = ImmutableArray.CreateBuilder<CredentialReportColumn>(columns.Length);
        foreach (var (name, kind) in columns)
            numbered.Add(new CredentialReportColumn(name, kind, numbered.Count));
        return numbered.MoveToImmutable();
    }
}
