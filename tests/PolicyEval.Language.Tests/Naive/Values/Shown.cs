using System.Globalization;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>Values for the reader of a failed test; two values of one text are the same, exactly.</summary>
internal static class Shown
{
    public static string Of(object value) => value switch
    {
        NaiveNull => "null",
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "u",
        double number => OfDouble(number),
        NaiveText text => $"'{Escaped(text.ToString())}'",
        byte[] bytes => $"b'{Convert.ToHexString(bytes)}'",
        NaiveTime time => $"timestamp({time.Nanoseconds})",
        NaiveSpan span => $"duration({span.Nanoseconds})",
        object[] list => $"[{string.Join(", ", list.Select(Of))}]",
        NaiveMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        NaiveType type => $"type({type.Name})",
        NaiveOptional { Content: null } => "optional.none()",
        NaiveOptional { Content: { } content } => $"optional.of({Of(content)})",
        NaiveAddress address => $"ip({address.Bits}, {address.Number})",
        NaiveRange range => $"cidr({Of(range.Address)}, {range.Length})",
        NaiveRow row => row.ToString(),
        Fault => "error",
        Missing missing => $"unknown {OfCells(missing.Cells)}",
        _ => throw new ArgumentException($"no value: {value}"),
    };

    /// <summary>Cells by number of their row and name.</summary>
    public static string OfCells(IEnumerable<Cell> cells) =>
        string.Join(' ', cells.Select(cell => $"{cell.Row.TypeName}#{cell.Row.Number}.{cell.Field}"));

    // NaN is one value, and the zeros are two.
    private static string OfDouble(double number) =>
        number.ToString("R", CultureInfo.InvariantCulture) is var text && text.All(c => c is '-' or (>= '0' and <= '9'))
            ? text + ".0"
            : text;

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < '\x7f' and not ('\'' or '\\') ? $"{c}" : $"\\u{(int)c:x4}"));
}
