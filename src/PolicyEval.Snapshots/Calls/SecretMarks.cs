using System.Buffers;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// The words that tell a secret: PEM headers, Authorization headers, signed URLs, the word secret itself.
/// </summary>
internal static class SecretMarks
{
    private const int HeaderMax = 64;
    private const int ValueMax = 4096;
    private const int PrivateKeyMax = 16 * 1024;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Whether the word secret is in a text, in any case.</summary>
    public static bool HoldsSecret(ReadOnlySpan<byte> text) => IndexOfIgnoringCase(text, "secret"u8) >= 0;

    /// <summary>The offset behind a private key in PEM that begins at an offset; 0 where none does.</summary>
    public static int PrivateKey(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..];
        if (!rest.StartsWith("-----BEGIN"u8))
            return 0;
        var header = rest[..Math.Min(rest.Length, HeaderMax)];
        // The spaces may be encoded as plus signs or by percent.
        if (header.IndexOf("PRIVATE"u8) is var mark && (mark < 0 || header[mark..].IndexOf("KEY"u8) < 0))
            return 0;
        // Bounded, so that many beginnings without an end cost no more than one.
        rest = rest[..Math.Min(rest.Length, PrivateKeyMax)];
        var end = rest.IndexOf("-----END"u8);
        if (end < 0)
            return at + (rest.IndexOfAny("<\""u8) is var stop and >= 0 ? stop : rest.Length);
        var dashes = rest[(end + 8)..].IndexOf("-----"u8);
        return dashes is >= 0 and < HeaderMax ? at + end + 8 + dashes + 5 : at + end + 8;
    }

    /// <summary>
    /// The offset behind the value of an Authorization header or of a signed URL's signature whose name ends with the
    /// letters given; 0 where there is none.
    /// </summary>
    public static int Signature(ReadOnlySpan<byte> text, int start, int end)
    {
        var name = text[start..end];
        if (EndsWithIgnoringCase(name, "authorization"u8))
            return Authorization(text, end);
        if (!EndsWithIgnoringCase(name, "signature"u8))
            return 0;
        var at = end;
        if (!SkipSeparators(text, ref at))
            return 0;
        var digits = text[at..].IndexOfAnyExcept(HexDigits);
        digits = digits < 0 ? text.Length - at : digits;
        return digits >= HeaderMax ? at + digits : 0;
    }

    private static int Authorization(ReadOnlySpan<byte> text, int end)
    {
        var at = end;
        if (!SkipSeparators(text, ref at))
            return 0;
        var scheme = text[at..];
        var isScheme = StartsWithIgnoringCase(scheme, "bearer"u8) || StartsWithIgnoringCase(scheme, "basic"u8)
            || StartsWithIgnoringCase(scheme, "aws"u8);
        var length = EndOfValue(scheme, ValueMax);
        return isScheme && length > 12 ? at + length : 0;
    }

    /// <summary>Skips what may stand between a name and its value; false where nothing does.</summary>
    private static bool SkipSeparators(ReadOnlySpan<byte> text, ref int at)
    {
        const int most = 8;
        var skipped = 0;
        while (at < text.Length && skipped < most)
        {
            var (letter, length) = EncodedText.Next(text, at);
            if (letter is not ((byte)':' or (byte)'=' or (byte)'"' or (byte)'\'' or (byte)' ' or (byte)'\\'))
                break;
            at += length;
            skipped++;
        }

        return skipped > 0;
    }

    private static int EndOfValue(ReadOnlySpan<byte> text, int most)
    {
        var end = text[..Math.Min(text.Length, most)].IndexOfAny("<\"\r\n"u8);
        return end < 0 ? Math.Min(text.Length, most) : end;
    }

    private static bool EndsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[^word.Length..], word);

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static int IndexOfIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= text.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(text.Slice(i, word.Length), word))
                return i;
        }

        return -1;
    }
}
