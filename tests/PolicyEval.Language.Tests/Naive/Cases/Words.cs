using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>Strings and numbers that mean something to a function.</summary>
internal static class Words
{
    /// <summary>Good words and bad ones, by the type that the grammar calls them.</summary>
    public static IReadOnlyDictionary<string, (object[] Good, object[] Bad)> All { get; } =
        new Dictionary<string, (object[] Good, object[] Bad)>
        {
            ["small"] = ([0L, 0L, 1L, 1L, 2L, 3L, 4L, 7L, -1L, long.MaxValue, long.MinValue], []),
            ["count"] = ([0L, 1L, 2L, 3L, 31L, 62L, 63L, 64L, 65L, long.MaxValue], [-1L, long.MinValue]),
            ["edge"] = ([0L, 1L, -1L, 2L, long.MinValue, long.MinValue + 1, long.MaxValue, 3_037_000_500L], []),
            ["tie"] = (
                [0.5, 1.5, 2.5, -0.5, 3.5, 0.125, 0.375, 0.25, -0.75, 1.05, 9.5, 99.5, 0.00005, 5e20, 123456789.5], []),
            ["numberFormat"] = (Texts("%.0f", "%.1f", "%.2f", "%.4f", "%.0e", "%.1e", "%f", "%e", "%d", "%s"), []),
            ["pattern"] = (
                Texts("a", "b+", "[a-c]+", "(a)", "(a|b)b", "^a", "b$", "x*", "a?", "é", ".", "(?:ab)+", "a*?b", "[^a]",
                    "", "(b)?", "😀|a", "\\.", "[😀é]", "a|ab", "^", "$", "^$"),
                Texts("(", "[", "*a", "a)", "a**", "[b-a]", "\\", "(a)(b)")),
            ["replacement"] = (Texts("x", "", "[\\0]", "\\1", "\\\\", "$1", "😀", "\\0\\0"), Texts("\\", "\\x", "a\\")),
            ["format"] = (
                Texts("%s", "%s", "%d", "a%sb", "%s %s", "%%", "%.2f", "%e", "%.0f", "%x", "%X", "%o", "%b", "%f|%s",
                    "%.3e", "%s%%%d", "", "%.20f", "%.0e", "%d%x", "é%s"),
                Texts("%", "%q", "%.f", "%.1001f", "a%", "%.2s")),
            ["zone"] = (ZoneNames(), Texts("Mars/Base", "", "+25:00", "+1:00", "+01:60", "local")),
            ["numberText"] = (
                Texts("0", "1", "-1", "007", "9223372036854775807", "-9223372036854775808", "18446744073709551615",
                    "1.5", "-0.0", "1e3", ".5", "1.", "-0", "NaN", "nan", "Infinity", "-inf", "1e308", "5e-324"),
                Texts("", " 1", "1 ", "x", "9223372036854775808", "18446744073709551616", "1e999", "0x10", "1_0", "--1",
                    "1e", "٣")),
            ["boolText"] = (
                Texts("1", "t", "true", "TRUE", "True", "0", "f", "false", "FALSE", "False"),
                Texts("", "TrUe", "yes", "T", "2")),
            ["timeText"] = (
                Texts("1970-01-01T00:00:00Z", "2026-03-01T06:12:45Z", "2024-02-29T12:00:00.123456789+05:30",
                    "9999-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00Z", "2000-01-01T00:00:00-11:59",
                    "1969-12-31T23:59:59.1Z", "2026-03-01t06:12:45z"),
                Texts("", "2026-03-01", "2023-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2016-12-31T23:59:60Z",
                    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-03-01T06:12:45",
                    "10000-01-01T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T06:12:45.1234567891Z",
                    "0000-01-01T00:00:00Z")),
            ["durationText"] = (
                Texts("0", "1h", "-1h30m", "1.5s", ".5s", "1.s", "2160h", "1ms2us3ns", "1µs", "+7m", "0.0000000001s",
                    "9223372036854775807ns", "-9223372036854775808ns", "1.9ns1.9ns", "-0", "100000h59.999999999s"),
                Texts("", "1", "1d", "s", ".s", "1h-1m", "9223372036854775808ns", "1 s", "9999999999s", "-", "1S")),
            ["ipText"] = (
                Texts("10.0.0.1", "0.0.0.0", "127.0.0.1", "127.255.0.9", "255.255.255.255", "224.0.0.1", "224.0.1.1",
                    "169.254.1.1", "192.168.0.1", "::", "::1", "fe80::1", "febf::1", "ff02::1", "ff0e::1",
                    "2001:db8::1", "2001:DB8::1", "2001:db8:0:0:0:0:0:1", "1:0:0:2:0:0:0:3", "1:2:3:4:5:6:7:8",
                    "::10.0.0.1", "1::", "1:0:2:3:4:5:6:7", "::1.2.3.4", "64:ff9b::1.2.3.4"),
                Texts("", "10.0.0", "256.0.0.1", "01.2.3.4", "::ffff:1.2.3.4", "::ffff:102:304", "fe80::1%eth0",
                    "1::2::3", "12345::", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "10.0.0.1/8", "1.2.3.4.5", ":::",
                    "1:2:3:4:5:6:7::8")),
            ["cidrText"] = (
                Texts("10.0.0.0/8", "10.1.2.3/8", "10.0.0.0/16", "0.0.0.0/0", "127.0.0.1/32", "192.168.1.5/24", "::/0",
                    "2001:db8::/32", "2001:db8::1/128", "fe80::1/10", "2001:DB8:1::/33", "::1/128"),
                Texts("", "10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/08",
                    "::ffff:1.2.3.4/96", "fe80::1%e/10", "10.0.0.0/8/8", "/8")),
            ["base64"] = (
                Texts("", "aGk=", "aGk", "YQ==", "YQ", "/+8=", "AAECAw==", "YWJj"),
                Texts("a", "a=", "aGk*", "YQ=", "=", "aGk==", " YQ==", "-_8=", "\u00e9", "YWJj=")),
        };

    private static object[] ZoneNames()
    {
        string[] fixedOffsets = ["UTC", "+02:30", "-11:45", "05:45", "+00:00", "-00:30"];
        string[] names =
        [
            "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu",
            "Africa/Casablanca", "Pacific/Apia", "Etc/GMT+5", "Europe/Dublin", "America/St_Johns", "America/Sao_Paulo",
        ];
        return Texts(Zones.AreHere ? [.. fixedOffsets, .. names] : fixedOffsets);
    }

    private static object[] Texts(params string[] texts) => [.. texts.Select(NaiveText.Of)];
}
