using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The parts of timestamps and durations.</summary>
internal static class TimeParts
{
    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        Of("getFullYear", (days, _) => Calendar.DateOf(days).Year),
        Of("getMonth", (days, _) => Calendar.DateOf(days).Month - 1),
        Of("getDate", (days, _) => Calendar.DateOf(days).Day),
        Of("getDayOfMonth", (days, _) => Calendar.DateOf(days).Day - 1),

        // 1970-01-01 was a Thursday.
        Of("getDayOfWeek", (days, _) => (((days + 4) % 7) + 7) % 7),
        Of("getDayOfYear", (days, _) => Calendar.DateOf(days).DayOfYear),
        Of("getHours", (_, time) => time / (3600 * NaiveSpan.Second), span => span / (3600 * NaiveSpan.Second)),
        Of("getMinutes", (_, time) => time / (60 * NaiveSpan.Second) % 60, span => span / (60 * NaiveSpan.Second)),
        Of("getSeconds", (_, time) => time / NaiveSpan.Second % 60, span => span / NaiveSpan.Second),
        Of("getMilliseconds", (_, time) => time / 1_000_000 % 1000, span => span / 1_000_000 % 1000),
    ];

    private static (string, Func<object[], object>) Of(
        string name, Func<int, BigInteger, BigInteger> ofTime, Func<BigInteger, BigInteger>? ofSpan = null) =>
        ("." + name, arguments => arguments switch
        {
            [NaiveTime time] => At(time, 0, ofTime),
            [NaiveTime time, NaiveText zone] => Zones.OffsetAt(zone.ToString(), time) is { } offset
                ? At(time, offset, ofTime)
                : new Fault("no such zone"),
            [NaiveSpan span] when ofSpan is not null => (long)ofSpan(span.Nanoseconds),
            _ => Fault.NoOverload,
        });

    private static object At(NaiveTime time, int offset, Func<int, BigInteger, BigInteger> part)
    {
        var (days, ofDay) = Calendar.Split(time.Nanoseconds + (offset * NaiveSpan.Second));
        return (long)part(days, ofDay);
    }
}
