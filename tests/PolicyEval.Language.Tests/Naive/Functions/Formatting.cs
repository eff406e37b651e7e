using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary><c>text.format(list)</c> (cel-spec, doc/extensions/strings.md).</summary>
internal static partial class Formatting
{
    private const int MostDigits = 1000;

    public static object Format(object[] arguments)
    {
        if (arguments is not [NaiveText format, object[] values])
            return Fault.NoOverload;
        var (text, rest, used) = (new StringBuilder(), format.ToString(), 0);
        while (rest.Length > 0)
        {
            var match = Clause().Match(rest);
            if (!match.Success)
                return new Fault("no clause");
            rest = rest[match.Length..];
            if (match.Groups["plain"].Success)
            {
                text.Append(match.Groups["plain"].Value.Replace("%%", "%", StringComparison.Ordinal));
                continue;
            }

            if (used == values.Length)
                return new Fault("too few values");
            var precision = match.Groups["precision"] is { Length: > 0 } digits
                ? BigInteger.Parse(digits.Value, CultureInfo.InvariantCulture)
                : 6;
            if (precision > MostDigits)
                return Fault.OutOfRange;
            if (Of(match.Groups["letter"].Value[0], values[used++], (int)precision) is not { } formatted)
                return new Fault("no such clause for this type");
            text.Append(formatted);
        }

        return NaiveText.Of(text.ToString());
    }

    private static string? Of(char letter, object value, int precision) => letter switch
    {
        's' => Plain(value),
        'd' => value is long or ulong or double ? Plain(value) : null,
        'f' => IsFinite(value) ? Decimals.Fixed(value, precision) : value is double ? Plain(value) : null,
        'e' => IsFinite(value) ? Decimals.Scientific(value, precision) : value is double ? Plain(value) : null,
        'b' => value is bool truth ? truth ? "1" : "0" : InBase(value, 2),
        'o' => InBase(value, 8),
        'x' => Hexadecimal(value)?.ToLowerInvariant(),
        _ => Hexadecimal(value),
    };

    private static bool IsFinite(object value) => value is long or ulong || (value is double d && double.IsFinite(d));

    /// <summary>The clause <c>%s</c>.</summary>
    private static string? Plain(object value) => value switch
    {
        NaiveNull => "null",
        double number => Doubles.Plain(number),
        byte[] bytes => Readable(bytes),
        NaiveType type => type.Name,
        object[] list => list.Select(Plain).ToList() is var texts && texts.Contains(null)
            ? null
            : $"[{string.Join(", ", texts)}]",
        NaiveMap map => OfMap(map),
        NaiveOptional { Content: null } => "optional.none()",
        NaiveOptional { Content: { } content } => Plain(content) is { } text ? $"optional.of({text})" : null,
        _ => Conversions.ToText(value) is NaiveText plain ? plain.ToString() : null,
    };

    private static string? OfMap(NaiveMap map)
    {
        var entries = map.Entries.Select(entry => (Key: Plain(entry.Key), Value: Plain(entry.Value))).ToList();
        if (entries.Any(entry => entry.Value is null))
            return null;
        entries.Sort((l, r) => (int)Comparison.Compare(NaiveText.Of(l.Key!), NaiveText.Of(r.Key!))!);
        return $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";
    }

    /// <summary>Bytes as UTF-8, each run of bytes that are none as one replacement character.</summary>
    private static string Readable(byte[] bytes)
    {
        var (text, wasBad) = (new StringBuilder(), false);
        for (var rest = bytes.AsSpan(); rest.Length > 0;)
        {
            var isGood = Rune.DecodeFromUtf8(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (isGood || !wasBad)
                text.Append(isGood ? rune : Rune.ReplacementChar);
            wasBad = !isGood;
            rest = rest[length..];
        }

        return text.ToString();
    }

    private static string? Hexadecimal(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        NaiveText text => Convert.ToHexString(Encoding.UTF8.GetBytes(text.ToString())),
        _ => InBase(value, 16),
    };

    private static string? InBase(object value, int radix)
    {
        if (value is not (long or ulong))
            return null;
        var number = value is long signed ? signed : (BigInteger)(ulong)value;
        var digits = "";
        for (var rest = BigInteger.Abs(number); rest > 0 || digits.Length == 0; rest /= radix)
            digits = "0123456789ABCDEF"[(int)(rest % radix)] + digits;
        return number < 0 ? "-" + digits : digits;
    }

    [GeneratedRegex("^((?<plain>([^%]|%%)+)|%(?<letter>[sdboxX])|%(\\.(?<precision>[0-9]+))?(?<letter>[fe]))")]
    private static partial Regex Clause();
}
