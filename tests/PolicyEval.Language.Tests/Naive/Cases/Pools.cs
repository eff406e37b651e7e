using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>Values that hurt, and harmless ones that meet each other often.</summary>
internal static class Pools
{
    private static readonly Dictionary<string, object[]> Scalars = new()
    {
        ["bool"] = [true, false],
        ["int"] =
        [
            0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L, 4L, 5L, -1L, -1L, -2L, -7L, 12L, 63L, 64L, 100L,
            1_700_000_000L, 9_007_199_254_740_993L, 253_402_300_799L, -62_135_596_801L, long.MaxValue,
            long.MaxValue - 1, long.MinValue, long.MinValue + 1,
        ],
        ["uint"] =
        [
            0UL, 0UL, 1UL, 1UL, 2UL, 2UL, 3UL, 3UL, 7UL, 12UL, 64UL, 9_007_199_254_740_993UL,
            9_223_372_036_854_775_808UL, ulong.MaxValue, ulong.MaxValue - 1,
        ],
        ["double"] =
        [
            0.0, -0.0, 1.0, 1.0, 2.0, -1.0, 0.5, 1.5, -2.5, 0.1, 123.4999, 1e15, 1e21, 1e-5, 1e-7,
            1.7976931348623157e308, 5e-324, 9_007_199_254_740_992.0, 9.223372036854775807e18, -9.223372036854775808e18,
            1.8446744073709552e19,
            0.49999999999999994, 9223372036854774784.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        ],
        ["string"] = Texts(
            "", "a", "a", "b", "ab", "ba", "aab", "abab", "A", "aBc", "é", "\u00e9a", "😀", "a😀b", "\uFFFD", "\uE000",
            "\U00010000", " a ", "\u3000b\t", "\u200b", "a\nb", "a\"b\\", "1", "-7", "true", "x,y,,z", "key", "\0"),
        ["bytes"] =
        [
            Array.Empty<byte>(), "a"u8.ToArray(), "ab"u8.ToArray(), "é😀"u8.ToArray(), new byte[] { 0xff },
            new byte[] { 0x61, 0xc3, 0x28 }, new byte[] { 0xf0, 0x9f, 0x98 }, new byte[] { 0, 1, 2, 3 },
            new byte[] { 0xed, 0xa0, 0x80, 0x62 }, new byte[] { 0xc3, 0x80, 0xfe, 0xff, 0x41 },
        ],
        ["timestamp"] = Times(
            "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z", "2024-02-29T23:59:59.123456789Z", "2026-03-29T00:59:59.999Z",
            "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z", "2100-03-01T00:00:00Z",
            "1900-01-01T00:00:00Z", "1899-12-31T12:00:00.5Z", "2011-12-30T09:59:59Z", "2000-12-31T22:30:00Z",
            "2300-07-01T12:00:00Z", "0001-01-01T00:30:00Z", "1677-09-21T00:12:43Z", "2262-04-11T23:47:17Z"),
        ["duration"] = Spans(
            "0s", "1s", "1s", "-1s", "1ns", "-1ns", "1h", "90m", "2160h", "2160h", "1.5s", "-1.000000001s",
            "9223372036.854775807s", "-9223372036.854775808s", "9223372036s", "999999999ns", "86400s", "-59m59.999s"),
    };

    private static readonly CaseType[] Dynamic =
    [
        CaseType.Parse("list(int)"), CaseType.Parse("map(string, int)"),
        .. CaseType.Ordered.Concat(CaseType.Ordered).Select(name => new CaseType(name)),
    ];

    /// <summary>A random value of a type.</summary>
    public static object Value(Random random, CaseType type) => type.Name switch
    {
        "list" => Several(random).Select(_ => Value(random, type.Arguments[0])).ToArray(),
        "map" => NaiveMap.Of(Several(random).Select(_ => Key(random, type.Arguments[0])).Distinct().ToList()
            .Select(key => (key, Value(random, type.Arguments[1])))),
        "optional" => random.Next(3) == 0 ? NaiveOptional.None : new NaiveOptional(Value(random, type.Arguments[0])),
        "dyn" => random.Next(10) == 0 ? NaiveNull.Value : Value(random, random.OneOf(Dynamic)),
        _ => random.OneOf(Scalars[type.Name]),
    };

    private static object Key(Random random, CaseType type) =>
        type.Name == "string" && random.Next(3) > 0 ? NaiveText.Of(random.OneOf("a", "b", "key")) : Value(random, type);

    private static IEnumerable<int> Several(Random random) =>
        Enumerable.Range(0, random.OneOf(0, 1, 2, 2, 3, 3, 4, 12));

    private static object[] Texts(params string[] texts) => [.. texts.Select(NaiveText.Of)];

    private static object[] Times(params string[] texts) => [.. texts.Select(TimeText.Parse)];

    private static object[] Spans(params string[] texts) => [.. texts.Select(SpanText.Parse)];
}
