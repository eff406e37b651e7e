using System.Globalization;
using System.Text;

namespace PolicyEval.Collector.Progress;

/// <summary>
/// Makes text from AWS safe for a terminal: a name or message may hold escape sequences, line breaks that fake a line,
/// or direction marks. What is not a letter, mark, digit, sign or plain space is shown as <c>\u{202e}</c>.
/// </summary>
internal static class TerminalText
{
    /// <summary>The text, safe, on one line.</summary>
    public static string Of(string text)
    {
        if (text.All(unit => unit is >= ' ' and <= '~'))
            return text;

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            if (isWhole && IsVisible(rune))
                safe.Append(rune.ToString());
            else
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{(isWhole ? rune.Value : text[i]):x}}}");
            i += isWhole ? rune.Utf16SequenceLength : 1;
        }

        return safe.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };
}
