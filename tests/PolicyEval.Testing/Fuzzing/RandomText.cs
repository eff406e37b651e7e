using System.Text;

namespace PolicyEval.Testing.Fuzzing;

/// <summary>Random texts and random edits of texts.</summary>
public static class RandomText
{
    private static readonly string[] Odd =
    [
        "\0", "\t", "\r", "\n", "\r\n", "\u0085", "\u2028", "\uFEFF", "é", "\u0301", "𝄞", "\uD800", "\uDC00", "\u202E", "\u001b[31m",
        "\\", "\"", "'", "`", "{{", "}}", "{0}", "%s", "$", "İ", "ß", "\uFFFF", "９",
    ];

    /// <summary>One of several.</summary>
    public static T OneOf<T>(this Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>Random bytes: any, or printable ones.</summary>
    public static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(random.OneOf(8, 64, 400))];
        random.NextBytes(bytes);
        if (random.Next(2) == 0)
            bytes = [.. bytes.Select(b => (byte)(b % 97 == 96 ? '\n' : ' ' + (b % 97)))];
        return bytes;
    }

    /// <summary>Random characters of all planes, lone surrogates too.</summary>
    public static string Characters(Random random)
    {
        var text = new StringBuilder();
        for (var rest = random.Next(1, 60); rest > 0; rest--)
        {
            _ = random.Next(4) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append(random.OneOf(Odd)),
                2 => text.Append(new Rune(random.Next(0x10000, 0x110000))),
                _ => text.Append((char)random.Next(' ', '\x7f')),
            };
        }
        return text.ToString();
    }

    /// <summary>A text with a few random edits.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="text">The text.</param>
    /// <param name="pieces">What may be inserted, besides odd characters.</param>
    public static string Edited(Random random, string text, ReadOnlySpan<string> pieces)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            var behind = Math.Min(text.Length, at + random.Next(4));
            text = random.Next(9) switch
            {
                0 => text[..at],
                1 => text[..at] + text[Math.Min(text.Length, at + random.Next(100))..],
                2 => text[..behind] + text[at..],
                3 => text[..at] + (char)random.Next(0x10000) + text[behind..],
                4 => text[..at] + random.OneOf(Odd) + text[behind..],
                5 => text[..at] + text[random.Next(text.Length)..][..random.Next(2)] + text[behind..],
                _ => text[..at] + random.OneOf(pieces) + text[behind..],
            };
            if (text.Length == 0)
                break;
        }
        return text;
    }

    /// <summary>A part repeated many times, now and then far too often.</summary>
    public static string Repeated(Random random, string part) =>
        new StringBuilder().Insert(0, part, random.OneOf(3, 20, 40, 200, 2000)).ToString();
}
