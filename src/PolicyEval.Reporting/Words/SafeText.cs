using System.Globalization;
using System.Text;

namespace PolicyEval.Reporting.Words;

/// <summary>
/// Makes strings from evidence and policies safe for a terminal. A name may hold escape sequences that recolour or
/// erase the screen, line breaks that fake a row, or direction marks that turn a word around: all of them are shown
/// as <c>\u{202e}</c> and do nothing.
/// </summary>
public static class SafeText
{
    /// <summary>The text with everything that is not a visible character or a plain space escaped.</summary>
    public static string Of(string text)
    {
        if (IsSafe(text))
            return text;

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                Append(safe, rune);
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                AppendEscape(safe, text[i]);
            }
        }

        return safe.ToString();
    }

    private static bool IsSafe(string text)
    {
        foreach (var unit in text)
        {
            if (unit is < ' ' or > '~')
                return false;
        }

        return true;
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        if (IsVisible(rune))
            safe.Append(rune.ToString());
        else
            AppendEscape(safe, rune.Value);
    }

    /// <summary>
    /// Letters and marks that are drawn as nothing (Unicode's Default_Ignorable_Code_Point beside the categories
    /// below): two names that look alike would else differ by them.
    /// </summary>
    private static bool IsIgnorable(int scalar) =>
        scalar is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsVisible(Rune rune) => !IsIgnorable(rune.Value) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };

    private static void AppendEscape(StringBuilder safe, int scalar) =>
        safe.Append(CultureInfo.InvariantCulture, $"\\u{{{scalar:x}}}");
}
