using System.Globalization;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Reads a text letter by letter through the encodings that answers are wrapped in: percent-encoding (once or twice),
/// XML references and JSON escapes.
/// </summary>
internal static class EncodedText
{
    // The longest XML reference that is looked at: &#1114111;
    private const int ReferenceMax = 10;

    /// <summary>Whether a letter that is encoded may begin with a byte.</summary>
    public static bool Begins(byte letter) => letter is (byte)'%' or (byte)'&' or (byte)'\\';

    /// <summary>
    /// The letter at an offset (beyond ASCII, any value that is no letter of a secret) and its length.
    /// </summary>
    public static (byte Letter, int Length) Next(ReadOnlySpan<byte> text, int at) => text[at] switch
    {
        (byte)'%' => Percent(text[at..]),
        (byte)'&' => Reference(text[at..]),
        (byte)'\\' => Escape(text[at..]),
        var letter => (letter, 1),
    };

    private static (byte Letter, int Length) Percent(ReadOnlySpan<byte> text)
    {
        // %25 is the percent sign itself.
        if (text is [_, (byte)'2', (byte)'5', _, _, ..] && TryHex(text[3..5], out var twice))
            return ((byte)twice, 5);
        return text.Length > 2 && TryHex(text[1..3], out var once) ? ((byte)once, 3) : ((byte)'%', 1);
    }

    private static (byte Letter, int Length) Escape(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
            return ((byte)'\\', 1);
        return text[1] switch
        {
            (byte)'u' when text.Length >= 6 && TryHex(text[2..6], out var code) => (Narrow(code), 6),
            (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' => ((byte)' ', 2),
            (byte)'"' or (byte)'\\' or (byte)'/' => (text[1], 2),
            _ => ((byte)'\\', 1),
        };
    }

    private static (byte Letter, int Length) Reference(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, ReferenceMax)].IndexOf((byte)';');
        if (end < 2)
            return ((byte)'&', 1);
        var name = text[1..end];
        if (name[0] == '#')
        {
            var isHex = name.Length > 1 && name[1] == 'x';
            var digits = isHex ? name[2..] : name[1..];
            return int.TryParse(
                digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
                out var code)
                ? (Narrow(code), end + 1)
                : ((byte)'&', 1);
        }

        return name switch
        {
            [(byte)'a', (byte)'m', (byte)'p'] => ((byte)'&', end + 1),
            [(byte)'l', (byte)'t'] => ((byte)'<', end + 1),
            [(byte)'g', (byte)'t'] => ((byte)'>', end + 1),
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => ((byte)'"', end + 1),
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => ((byte)'\'', end + 1),
            _ => ((byte)'&', 1),
        };
    }

    private static byte Narrow(int code) => code is >= 0 and < 0x80 ? (byte)code : (byte)0xFF;

    private static bool TryHex(ReadOnlySpan<byte> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
