using System.Globalization;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>Values as expressions that give them.</summary>
internal static class LiteralText
{
    public static string Of(object value) => value switch
    {
        NaiveNull => "null",
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "u",
        double number => OfDouble(number),
        NaiveText text => $"'{string.Concat(text.Points.Select(OfPoint))}'",
        byte[] bytes => $"b'{string.Concat(bytes.Select(b => $"\\x{b:x2}"))}'",
        NaiveTime time => $"timestamp('{TimeText.Format(time)}')",
        NaiveSpan span => $"duration('{SpanText.Format(span)}')",
        object[] list => $"[{string.Join(", ", list.Select(Of))}]",
        NaiveMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        NaiveOptional { Content: null } => "optional.none()",
        NaiveOptional { Content: { } content } => $"optional.of({Of(content)})",
        _ => throw new ArgumentException($"no literal: {value}"),
    };

    private static string OfDouble(double number)
    {
        if (!double.IsFinite(number))
            return $"double('{Doubles.Format(number)}')";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.') || text.Contains('E') ? text : text + ".0";
    }

    private static string OfPoint(int point) => point switch
    {
        >= ' ' and < 0x7f and not '\'' and not '\\' => $"{(char)point}",
        _ => $"\\U{point:x8}",
    };
}
