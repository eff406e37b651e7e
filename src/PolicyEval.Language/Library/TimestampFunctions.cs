using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>The parts of timestamps, in UTC or a time zone, and of durations.</summary>
internal static class TimestampFunctions
{
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        OfTimestamp("getFullYear", "year", t => t.Date.Year, "The year."),
        OfTimestamp("getMonth", "month", t => t.Date.Month - 1, "The month, 0 to 11."),
        OfTimestamp("getDate", "day_of_month_1_based", t => t.Date.Day, "The day of the month, 1 to 31."),
        OfTimestamp("getDayOfMonth", "day_of_month", t => t.Date.Day - 1, "The day of the month, 0 to 30."),
        OfTimestamp("getDayOfWeek", "day_of_week", t => t.DayOfWeek, "The day of the week, 0 (Sunday) to 6."),
        OfTimestamp("getDayOfYear", "day_of_year", t => t.Date.DayOfYear - 1, "The day of the year, 0 to 365."),
        OfBoth("getHours", "hours", t => t.SecondOfDay / 3600, n => n / (3600 * CelDuration.Second),
            "The hour, 0 to 23; of a duration all hours."),
        OfBoth("getMinutes", "minutes", t => t.SecondOfDay / 60 % 60, n => n / (60 * CelDuration.Second),
            "The minute, 0 to 59; of a duration all minutes."),
        OfBoth("getSeconds", "seconds", t => t.SecondOfDay % 60, n => n / CelDuration.Second,
            "The second, 0 to 59; of a duration all seconds."),
        OfBoth("getMilliseconds", "milliseconds", t => t.Nanoseconds / 1_000_000, n => n / 1_000_000 % 1000,
            "The milliseconds of the second, 0 to 999; of a duration also only those."),
    ];

    private static FunctionSymbol OfTimestamp(
        string name, string id, Func<LocalTime, long> part, string documentation) =>
        new(name, [.. Overloads(id, part)]) { Documentation = documentation };

    private static FunctionSymbol OfBoth(
        string name, string id, Func<LocalTime, long> part, Func<long, long> ofNanoseconds, string documentation)
    {
        var ofDuration = Overload.Method($"duration_to_{id}", CelType.Duration, CelType.Int, span =>
            span.Kind == CelKind.Duration
                ? CelValue.Of(ofNanoseconds(span.AsDuration.Nanoseconds))
                : CelErrors.NoOverload(name, span));
        return new(name, [.. Overloads(id, part), ofDuration]) { Documentation = documentation };
    }

    private static ImmutableArray<OverloadSymbol> Overloads(string id, Func<LocalTime, long> part) =>
    [
        Overload.Method($"timestamp_to_{id}", CelType.Timestamp, CelType.Int, time =>
            time.Kind == CelKind.Timestamp
                ? CelValue.Of(part(LocalTime.At(time.AsTimestamp, 0)))
                : CelErrors.NoOverload(id, time)),
        Overload.Method($"timestamp_to_{id}_with_tz", CelType.Timestamp, CelType.String, CelType.Int, (time, zone) =>
            time.Kind == CelKind.Timestamp && zone.Kind == CelKind.String
                ? InZone(time.AsTimestamp, zone.AsString, part)
                : CelErrors.NoOverload(id, time, zone)) with
        {
            Checks = [new ArgumentCheck(1, zone => FaultOf(zone.AsString))],
            Specialize = zone => zone.Kind == CelKind.String && CelTimeZone.Find(zone.AsString) is { } offset
                ? time => CelValue.Of(part(LocalTime.At(time.AsTimestamp, offset(time.AsTimestamp))))
                : null,
        },
    ];

    private static CelValue InZone(CelTimestamp time, string zone, Func<LocalTime, long> part) =>
        CelTimeZone.TryGetOffset(zone, time, out var offset)
            ? CelValue.Of(part(LocalTime.At(time, offset)))
            : CelValue.Error(Unknown(zone));

    private static ArgumentFault? FaultOf(string zone) =>
        CelTimeZone.Find(zone) is null ? new ArgumentFault(Unknown(zone)) : null;

    private static string Unknown(string zone) => $"unknown time zone: {CelFormat.Display(CelValue.Of(zone))}";
}
