using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Signatures;

/// <summary>
/// Reports of cells drawn at random: mostly few values, so that rows look alike, and now and then every odd thing that
/// a cell can hold. The dates lie at the limits of the rules, before and behind them by a second and by less.
/// </summary>
internal static class RandomReport
{
    /// <summary>The instant at which ages are measured.</summary>
    public const string AsOf = "2026-07-01T12:00:00Z";

    private static readonly string[] Odd =
    [
        "N/A", "no_information", "not_supported", "", "TRUE", "False", "maybe", "soon",
        "2026-04-02T12:00:00Z", "2026-04-02T11:59:59Z", "2026-04-02T12:00:01Z", "2026-04-02T12:00:00.9999999Z",
        "2026-04-02T14:00:00+02:00", "2026-05-17T12:00:00Z", "2026-05-17T11:59:59Z", "2026-07-01T12:00:00Z",
        "2026-07-01T12:00:01Z", "2026-07-01T12:00:00.5Z", "2027-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
        "1601-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2020-01-01T00:00:00Z", "2020-01-01T00:00:10Z",
        "2020-01-01T00:00:11Z", "2019-12-31T23:59:49Z", "2019-12-31T23:59:50Z",
    ];

    /// <summary>A report of some accounts.</summary>
    /// <param name="random">Where the cells come from.</param>
    /// <param name="accounts">How many accounts.</param>
    /// <param name="users">How many users each has at most.</param>
    public static string Of(Random random, int accounts, int users)
    {
        var report = new CredentialReportText();
        string[] columns = [.. CredentialReportText.Columns, "additional_credentials_info"];
        report.WithColumns(random.Next(4) == 0 ? [.. columns.Where((_, i) => i < 2 || random.Next(8) > 0)] : columns);
        for (var account = 0; account < accounts; account++)
        {
            var id = $"{100_000_000_000 + account}";
            var partition = random.Next(6) == 0 ? "aws-cn" : "aws";
            if (partition == "aws" || random.Next(2) == 0)
                report.Root(id, partition, Changes(random, columns));
            for (var user = random.Next(users + 1); user > 0; user--)
                report.User($"u{user}", id, partition, Changes(random, columns));
        }

        return report.ToString();
    }

    /// <summary>A key that is in use, so that its dates count, and a few other cells.</summary>
    private static (string Column, string Value)[] Changes(Random random, string[] columns)
    {
        var rarity = random.Next(3) == 0 ? 4 : 20;
        return
        [
            ("password_enabled", "true"), ("access_key_1_active", "true"),
            ("password_last_used", "2026-06-01T00:00:00Z"), ("access_key_1_last_used_date", "2026-06-01T00:00:00Z"),
            ("access_key_1_last_rotated", "2026-06-01T00:00:00Z"),
            .. columns.Skip(2).Where(_ => random.Next(rarity) == 0).Select(column => (column, CellOf(random, column))),
        ];
    }

    private static string CellOf(Random random, string column) =>
        random.Next(3) == 0 ? Odd[random.Next(Odd.Length)]
        : column.EndsWith("_active", StringComparison.Ordinal) || column == "password_enabled"
        ? random.Next(2) == 0 ? "true" : "false"
        : column == "additional_credentials_info" ? "2 more"
        : $"2026-0{random.Next(1, 7)}-02T12:00:00+00:00";
}
