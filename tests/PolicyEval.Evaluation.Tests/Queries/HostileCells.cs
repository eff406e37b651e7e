using System.Globalization;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>Cells as AWS writes them, and as nobody should.</summary>
internal static class HostileCells
{
    /// <summary>The instant of most reports.</summary>
    public static readonly DateTimeOffset AsOf = new(2026, 3, 1, 6, 12, 45, TimeSpan.Zero);

    private static readonly string[] Tokens = ["N/A", "no_information", "not_supported", "", "n/a", "N/A ", "unheard_of"];

    private static readonly string[] Flags =
    [
        "true", "TRUE", "True", "tRuE", "false", "FALSE", "False", "falſe", "ＴＲＵＥ", " true", "true ", "1", "0", "yes",
        "truetrue", "t", "FALSE\t", "İ",
    ];

    private static readonly string[] Texts =
    [
        "eu-west-1", "iam", "it's", "a\"b", "'; DROP TABLE credential_reports; --", "ünïcödé 😀", "%", "_", "\\", "a,b",
        "two\nlines", "N/A'", "-- x", "{\"keys\": 3}", "ab", "abc", "AB", "a", "b", "é", "\u202e",
    ];

    private static readonly string[] Dates =
    [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "0001-01-01T00:00:00-00:01", "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:59+23:59",
        "2016-12-31T23:59:60Z", "2023-02-29T00:00:00Z", "2024-02-29T12:00:00Z", "1900-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z", "2025-04-31T00:00:00Z", "2025-00-10T00:00:00Z", "2025-13-10T00:00:00Z",
        "2025-01-00T00:00:00Z", "2025-01-32T00:00:00Z", "2025-01-02T24:00:00Z", "2025-01-02T23:60:00Z",
        "2025-01-02t03:04:05z", "2025-01-02T03:04:05", "2025-01-02", "2025-01-02 03:04:05Z", "2025-01-02T03:04Z",
        "2025-01-02T03:04+0530", "2025-01-02T03:04:05,5Z", "2025-01-02T03:04:05.Z", "2025-01-02T03:04:05.123456789Z",
        "2025-01-02T03:04:05." + "1234567890123456789012345678901234567890123Z",
        "2025-01-02T03:04:05." + "12345678901234567890123456789012345678901234Z",
        "2025-01-02T03:04:05." + "123456789012345678901234567890123456789012345Z", "2025-01-02T03:04:05+05:30",
        "2025-01-02T03:04:05-0530", "2025-01-02T03:04:05+05", "2025-01-02T03:04:05+24:00", "2025-01-02T03:04:05-23:59",
        "2025-01-02T03:04:05+05:60", "2025-01-02T03:04:05+05:3", "2025-01-02T03:04:05ZZ", "2025-01-02T03:04:05Z\n",
        " 2025-01-02T03:04:05Z", "+2025-01-02T03:04:05Z", "-2025-01-02T03:04:05Z", "２０２５-01-02T03:04:05Z",
        "2025-1-2T03:04:05Z", "20250102T030405Z", "12025-01-02T03:04:05Z", "1582-10-10T00:00:00Z",
        "1733-11-20T12:25:28Z", "1733-11-20T12:25:29Z", "1733-11-20T12:25:30Z", "infinity", "epoch", "now", "today",
        "2025-01-02T03:04:05 UTC", "2025-01-02T03:04:05+00", "2025-01-02 (BC)T03:04:05Z", "2025-W01-1T00:00:00Z",
    ];

    /// <summary>A cell of a column of booleans.</summary>
    public static string Flag(Random random) => random.Next(10) switch
    {
        < 4 => "true",
        < 6 => "false",
        < 7 => Pick(random, Tokens),
        < 9 => Pick(random, Flags),
        _ => Pick(random, Texts),
    };

    /// <summary>A cell of a column of text.</summary>
    public static string Text(Random random) => random.Next(3) switch
    {
        0 => Pick(random, Tokens),
        1 => "",
        _ => Pick(random, Texts),
    };

    /// <summary>A cell of a column of dates: near where rules change, or where no date can be.</summary>
    public static string Date(Random random) => random.Next(10) switch
    {
        < 2 => Pick(random, Tokens),
        < 4 => Pick(random, Dates),
        < 5 => Pick(random, Texts),
        _ => Near(random),
    };

    public static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    private static string Near(Random random)
    {
        var days = Pick(random, 0, 1, 30, 45, 89, 90, 91, 180, 365, 3650, 40_000, 106_751, 106_752);
        var seconds = Pick(random, -1, 0, 0, 1, 10, 11, -10);
        var time = AsOf.AddDays(-days).AddSeconds(seconds);
        var offset = Pick(random, 0, 0, 330, -210, 1439, -1439);
        var local = time.AddMinutes(offset);
        var fraction = Pick(random, "", "", ".5", ".9999999", ",000000001");
        var sign = offset < 0 ? "-" : "+";
        var zone = offset == 0
            ? Pick(random, "Z", "z", "+00:00", "-0000")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sign}{Math.Abs(offset) / 60:00}{Pick(random, ":", "")}{Math.Abs(offset) % 60:00}");
        return local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + fraction + zone;
    }
}
