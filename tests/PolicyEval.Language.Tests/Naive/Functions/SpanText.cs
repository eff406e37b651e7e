using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Durations as text: a sign, then numbers with a unit each.</summary>
internal static partial class SpanText
{
    private static readonly Dictionary<string, BigInteger> Units = new()
    {
        ["h"] = 3600 * NaiveSpan.Second,
        ["m"] = 60 * NaiveSpan.Second,
        ["s"] = NaiveSpan.Second,
        ["ms"] = 1_000_000,
        ["us"] = 1000,
        ["µs"] = 1000,
        ["μs"] = 1000,
        ["ns"] = 1,
    };

    public static object Parse(string text)
    {
        var unsigned = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        if (unsigned == "0")
            return new NaiveSpan(0);
        if (!Shape().IsMatch(unsigned))
            return new Fault("no duration");
        var sum = Pair().Matches(unsigned).Aggregate(BigInteger.Zero, (total, pair) => total + ValueOf(pair));
        return NaiveSpan.Of(text.StartsWith('-') ? -sum : sum);
    }

    /// <summary>Seconds with the digits of the fraction that are needed.</summary>
    public static string Format(NaiveSpan span)
    {
        var magnitude = BigInteger.Abs(span.Nanoseconds);
        var fraction = ((int)(magnitude % NaiveSpan.Second)).ToString("000000000", CultureInfo.InvariantCulture)
            .TrimEnd('0');
        return (span.Nanoseconds.Sign < 0 ? "-" : "") + (magnitude / NaiveSpan.Second)
            + (fraction.Length == 0 ? "" : "." + fraction) + "s";
    }

    /// <summary>A number with its unit; what is less than a nanosecond is cut off.</summary>
    private static BigInteger ValueOf(Match pair)
    {
        var fraction = pair.Groups[2].Value;
        var digits = BigInteger.Parse("0" + pair.Groups[1].Value + fraction, CultureInfo.InvariantCulture);
        return digits * Units[pair.Groups[3].Value] / BigInteger.Pow(10, fraction.Length);
    }

    [GeneratedRegex("^(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(h|ms|m|s|us|µs|μs|ns))+\\z")]
    private static partial Regex Shape();

    [GeneratedRegex("([0-9]*)\\.?([0-9]*)(h|ms|m|s|us|µs|μs|ns)")]
    private static partial Regex Pair();
}
