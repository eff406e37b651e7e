using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Reads ages that people write.</summary>
internal static partial class AgeText
{
    // A century: whoever means more means no limit.
    private const long SecondsMax = 100L * 366 * 86_400;

    /// <summary>
    /// Days, hours, minutes and seconds in this order, such as <c>36h</c> or <c>1d12h</c>; else null.
    /// </summary>
    public static TimeSpan? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true, Length: > 0 } match)
            return null;
        var seconds = (SecondsOf(match, "d") * 86_400) + (SecondsOf(match, "h") * 3600) + (SecondsOf(match, "m") * 60)
            + SecondsOf(match, "s");
        return seconds <= SecondsMax ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static long SecondsOf(Match match, string unit) =>
        match.Groups[unit] is { Success: true, Value: var digits }
            ? long.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"\A(?:(?<d>[0-9]{1,9})d)?(?:(?<h>[0-9]{1,9})h)?(?:(?<m>[0-9]{1,9})m)?(?:(?<s>[0-9]{1,9})s)?\z")]
    private static partial Regex Form();
}
