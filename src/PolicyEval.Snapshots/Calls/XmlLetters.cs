using System.Buffers;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The characters of XML 1.0 (fifth edition): those of names, and those that it does not allow.</summary>
internal static class XmlLetters
{
    /// <summary>The ASCII characters of names, but for the colon between prefix and name.</summary>
    public static readonly SearchValues<byte> OfNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (byte)code).Where(code => !IsSpace(code))]);

    // Section 2.3, NameStartChar, without the last three ranges, of which the fourth edition has nothing.
    private static readonly (int First, int Last)[] Starts =
    [
        (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D),
        (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF),
    ];

    private static readonly (int First, int Last)[] Others = [(0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)];

    /// <summary>Whether a byte is white space.</summary>
    public static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    /// <summary>Whether a reference may stand for a character.</summary>
    public static bool IsAny(int code) => code < ' '
        ? code >= 0 && IsSpace((byte)code)
        : Rune.IsValid(code) && code is not (0xFFFE or 0xFFFF);

    /// <summary>Whether a character that is not in <see cref="OfNames"/> may stand in a name.</summary>
    public static bool IsOfName(int code) => IsIn(Starts, code) || IsIn(Others, code);

    /// <summary>Whether a name may begin with it.</summary>
    public static bool IsStart(int code) =>
        code < 0x80 ? char.IsAsciiLetter((char)code) || code == '_' : IsIn(Starts, code);

    /// <summary>The offset of the first character that no XML may hold; the length of the text where none is.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<byte> text)
    {
        foreach (var length in (ReadOnlySpan<int>)
            [text.IndexOfAny(Controls), text.IndexOf("\uFFFE"u8), text.IndexOf("\uFFFF"u8)])
        {
            if (length >= 0 && length < text.Length)
                text = text[..length];
        }

        return text.Length;
    }

    private static bool IsIn((int First, int Last)[] ranges, int code)
    {
        foreach (var (first, last) in ranges)
        {
            if (code >= first && code <= last)
                return true;
        }

        return false;
    }
}
