using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Functions of time. A day is 24 hours.</summary>
internal static class TimeFunctions
{
    private const long SecondsPerDay = 86_400;
    private const string DaysRange = "days out of range";
    private const long NanosecondsPerDay = SecondsPerDay * CelDuration.Second;

    /// <summary>All of them.</summary>
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("days", [new("days_int", false, [CelType.Int], CelType.Duration)
        {
            Unary = Days,
            Checks = [new ArgumentCheck(0, days => IsDays(days.AsInt) ? null : new ArgumentFault(DaysRange))],
        }])
        {
            Documentation = "That many days of 24 hours, at most 106,751 of them either way.",
        },
        new("wholeDays", [new("wholeDays_duration", false, [CelType.Duration], CelType.Int) { Unary = WholeDays }])
        {
            Documentation = "The whole days of 24 hours in a duration, rounded down.",
        },
        new("utcMinute", [new("utcMinute_timestamp", false, [CelType.Timestamp], CelType.String) { Unary = UtcMinute }])
        {
            Documentation = "An instant for people, to the minute: 2026-01-02 03:04 UTC.",
        },
    ];

    private static CelValue Days(CelValue argument) =>
        IsDays(argument.AsInt)
            ? CelValue.Of(new CelDuration(argument.AsInt * NanosecondsPerDay))
            : CelValue.Error(DaysRange);

    private static bool IsDays(long count) => count is >= -106_751 and <= 106_751;

    private static CelValue WholeDays(CelValue argument)
    {
        var days = Math.DivRem(argument.AsDuration.Nanoseconds, NanosecondsPerDay, out var rest);
        return CelValue.Of(rest < 0 ? days - 1 : days);
    }

    // AWS's last-used values are no finer than a minute.
    private static CelValue UtcMinute(CelValue argument) =>
        CelValue.Of(DateTimeOffset.FromUnixTimeSeconds(argument.AsTimestamp.Seconds).UtcDateTime
            .ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
}
