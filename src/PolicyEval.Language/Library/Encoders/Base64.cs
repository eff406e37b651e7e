using System.Buffers;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Encoders;

/// <summary>Base64 with the alphabet of RFC 4648, section 4, without blanks. Padding may be left out.</summary>
internal static class Base64
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary><c>base64.encode(bytes)</c>.</summary>
    public static CelValue Encode(CelValue bytes) =>
        bytes.AsBytes.Length / 3 * 4L >= CelLimits.StringLength
            ? CelErrors.StringTooLong
            : CelValue.Of(Convert.ToBase64String(bytes.AsBytes));

    /// <summary><c>base64.decode(string)</c>.</summary>
    public static CelValue Decode(CelValue value)
    {
        var text = value.AsString;
        if (FaultOf(text) is { } fault)
            return CelValue.Error($"invalid base64: {fault.Message}, at offset {fault.Offset}");

        var digits = text.AsSpan().TrimEnd('=');
        var bytes = new byte[digits.Length * 6 / 8];
        var (bits, count, length) = (0, 0, 0);
        foreach (var digit in digits)
        {
            bits = (bits << 6) | ValueOf(digit);
            count += 6;
            if (count < 8)
                continue;
            count -= 8;
            bytes[length++] = (byte)(bits >> count);
        }

        return CelValue.Of(bytes);
    }

    /// <summary>What makes a text no base64, or null.</summary>
    public static ArgumentFault? FaultOf(string text)
    {
        var padding = text.Length - text.AsSpan().TrimEnd('=').Length;
        var digits = text.Length - padding;
        var wrong = text.AsSpan(0, digits).IndexOfAnyExcept(Characters);
        if (wrong >= 0)
            return new ArgumentFault("a character that is none of A-Z a-z 0-9 + /", wrong);
        if (digits % 4 == 1)
            return new ArgumentFault("the last character is one too many", digits - 1);
        if (padding > 0 && (padding > 2 || text.Length % 4 != 0))
            return new ArgumentFault("wrong padding", digits);
        return null;
    }

    private static int ValueOf(char digit) => digit switch
    {
        >= 'A' and <= 'Z' => digit - 'A',
        >= 'a' and <= 'z' => digit - 'a' + 26,
        >= '0' and <= '9' => digit - '0' + 52,
        '+' => 62,
        _ => 63,
    };
}
