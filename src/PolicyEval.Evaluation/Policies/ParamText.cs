using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Values of parameters as text, both ways.</summary>
internal static class ParamText
{
    /// <summary>The units of a duration, longest first so that <c>ms</c> is not read as <c>m</c>.</summary>
    private static readonly (string Unit, decimal Nanoseconds)[] Units =
    [
        ("ns", 1m), ("us", 1_000m), ("ms", 1_000_000m),
        ("h", 3_600_000_000_000m), ("m", 60_000_000_000m), ("s", 1_000_000_000m),
    ];

    /// <summary>The value of a text that fits the parameter's type, range and list; else null.</summary>
    public static ParamValue? Parse(PolicyParam param, string text)
    {
        if (ParseType(param.Type, text) is not { } value)
            return null;
        if (param.Type == ParamType.Int && (value.Value.AsInt < param.Minimum || value.Value.AsInt > param.Maximum))
            return null;
        if (param.Type == ParamType.String && !param.Allowed.IsEmpty && !param.Allowed.Contains(text))
            return null;
        return value;
    }

    /// <summary>The value of a text of a type; else null.</summary>
    public static ParamValue? ParseType(ParamType type, string text) => type switch
    {
        ParamType.Bool => text is "true" or "false" ? new(text, CelValue.Of(text == "true")) : null,
        ParamType.Int => ParseInt(text) is { } value ? new(Digits.Of(value), CelValue.Of(value)) : null,
        ParamType.String => new(text, CelValue.Of(text)),
        ParamType.Duration => ParseDuration(text) is { } value ? new(text, CelValue.Of(value)) : null,
        _ => throw new System.Diagnostics.UnreachableException($"{type}"),
    };

    /// <summary>An int in decimal digits, or null.</summary>
    public static long? ParseInt(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The name of a type as policies write it.</summary>
    public static string NameOf(ParamType type) => type switch
    {
        ParamType.Bool => "bool",
        ParamType.Int => "int",
        ParamType.String => "string",
        ParamType.Duration => "duration",
        _ => throw new System.Diagnostics.UnreachableException($"{type}"),
    };

    /// <summary>What a parameter takes, in words.</summary>
    public static string Describe(PolicyParam param) => param.Type switch
    {
        ParamType.Bool => "true or false",
        ParamType.Duration => "a duration such as 36h or 1h30m",
        ParamType.String when !param.Allowed.IsEmpty => "one of " + string.Join(", ", param.Allowed),
        ParamType.String => "text",
        ParamType.Int => DescribeInt(param),
        _ => throw new System.Diagnostics.UnreachableException($"{param.Type}"),
    };

    private static string DescribeInt(PolicyParam param)
    {
        var text = new StringBuilder("an int");
        if (param.Minimum is { } minimum)
            text.Append(CultureInfo.InvariantCulture, $" from {minimum}");
        if (param.Maximum is { } maximum)
            text.Append(CultureInfo.InvariantCulture, $" to {maximum}");
        return text.ToString();
    }

    /// <summary>
    /// A duration as Go and CEL write it: numbers with units, one after the other. No parameter is a negative one.
    /// </summary>
    private static CelDuration? ParseDuration(string text)
    {
        var rest = text.AsSpan();
        var total = 0m;
        if (rest.IsEmpty || rest.Length > 64)
            return null;
        while (!rest.IsEmpty)
        {
            var digits = 0;
            while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.'))
                digits++;
            if (digits is 0 or > 20
                || !TryDecimal(rest[..digits], out var number)
                || !TakeUnit(ref rest, digits, out var unit))
            {
                return null;
            }
            total += number * unit;
            if (total > long.MaxValue)
                return null;
        }
        return new CelDuration((long)total);
    }

    private static bool TryDecimal(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static bool TakeUnit(ref ReadOnlySpan<char> rest, int start, out decimal nanoseconds)
    {
        foreach (var (unit, length) in Units)
        {
            if (!rest[start..].StartsWith(unit))
                continue;
            rest = rest[(start + unit.Length)..];
            nanoseconds = length;
            return true;
        }
        nanoseconds = 0;
        return false;
    }
}
