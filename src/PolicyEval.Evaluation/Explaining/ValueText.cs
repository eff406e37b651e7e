using System.Globalization;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Values as people read them in explanations.</summary>
public static class ValueText
{
    private const long Day = 86_400;

    /// <summary>
    /// A value as CEL would write it, but instants in RFC 3339 and durations of a day or more in days of 24 hours:
    /// <c>105d 2h</c>. Long values are cut with a mark. Not made safe for any output.
    /// </summary>
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => TimestampText.Format(value.AsTimestamp),
        CelKind.Duration => Of(value.AsDuration),
        _ => value.ToString(),
    };

    private static string Of(CelDuration duration)
    {
        var (seconds, fraction) = Math.DivRem(duration.Nanoseconds, CelDuration.Second);
        if (Math.Abs(seconds) < Day || fraction != 0)
            return DurationText.Format(duration);
        var (days, rest) = Math.DivRem(Math.Abs(seconds), Day);
        var parts = new (long Count, char Unit)[]
        {
            (days, 'd'), (rest / 3600, 'h'), (rest / 60 % 60, 'm'), (rest % 60, 's'),
        };
        var shown = parts.Where(p => p.Count > 0).Select(p => p.Count.ToString(CultureInfo.InvariantCulture) + p.Unit);
        return (seconds < 0 ? "-" : "") + string.Join(' ', shown);
    }
}
