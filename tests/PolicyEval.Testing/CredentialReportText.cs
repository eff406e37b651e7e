namespace PolicyEval.Testing;

/// <summary>
/// A credential report as text, row by row: each row starts from what AWS writes for a root user or a user without
/// any credential, and a test changes only the cells that it is about.
/// </summary>
public sealed class CredentialReportText
{
    /// <summary>The account of all rows that name none.</summary>
    public const string Account = "111122223333";

    /// <summary>The 22 columns that AWS writes, in its order.</summary>
    public static readonly string[] Columns =
    [
        "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed",
        "password_next_rotation", "mfa_active", "access_key_1_active", "access_key_1_last_rotated",
        "access_key_1_last_used_date", "access_key_1_last_used_region", "access_key_1_last_used_service",
        "access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date",
        "access_key_2_last_used_region", "access_key_2_last_used_service", "cert_1_active", "cert_1_last_rotated",
        "cert_2_active", "cert_2_last_rotated",
    ];

    private readonly List<Dictionary<string, string>> _rows = [];
    private string[] _columns = Columns;

    /// <summary>Writes these columns only, in this order.</summary>
    public CredentialReportText WithColumns(params string[] columns)
    {
        _columns = columns;
        return this;
    }

    /// <summary>Adds the row of the root user: MFA on, a password, no keys, then the changes.</summary>
    public CredentialReportText Root(params (string Column, string Value)[] changes) => Root(Account, "aws", changes);

    /// <summary>Adds the row of the root user of an account.</summary>
    public CredentialReportText Root(string account, string partition, params (string Column, string Value)[] changes)
    {
        var row = Blank("<root_account>", $"arn:{partition}:iam::{account}:root");
        row["password_enabled"] = "true";
        row["password_last_used"] = "no_information";
        row["password_last_changed"] = "2020-01-01T00:00:00Z";
        row["password_next_rotation"] = "not_supported";
        row["mfa_active"] = "true";
        return Add(row, changes);
    }

    /// <summary>Adds the row of a user without password and keys, then the changes.</summary>
    public CredentialReportText User(string name, params (string Column, string Value)[] changes) =>
        User(name, Account, "aws", changes);

    /// <summary>Adds the row of a user of an account.</summary>
    public CredentialReportText User(
        string name, string account, string partition, params (string Column, string Value)[] changes) =>
        Add(Blank(name, $"arn:{partition}:iam::{account}:user/{name}"), changes);

    /// <summary>The file, with LF and without a line end behind the last row, as AWS writes it.</summary>
    public override string ToString() => string.Join('\n', [
        string.Join(',', _columns),
        .. _rows.Select(row => string.Join(',', _columns.Select(column => Quote(row.GetValueOrDefault(column, ""))))),
    ]);

    private static Dictionary<string, string> Blank(string user, string arn)
    {
        var row = Columns.ToDictionary(column => column, _ => "N/A", StringComparer.Ordinal);
        row["user"] = user;
        row["arn"] = arn;
        row["user_creation_time"] = "2020-01-01T00:00:00Z";
        foreach (var column in Columns.Where(column => column.EndsWith("_active", StringComparison.Ordinal)))
            row[column] = "false";
        row["password_enabled"] = "false";
        return row;
    }

    private CredentialReportText Add(Dictionary<string, string> row, (string Column, string Value)[] changes)
    {
        foreach (var (column, value) in changes)
            row[column] = value;
        _rows.Add(row);
        return this;
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
