using System.Globalization;
using System.Text;

namespace PolicyEval.Evaluation.Documents;

/// <summary>What a person sees of a text: not everything that is there can be seen.</summary>
internal static class VisibleText
{
    // Unicode calls them letters and a symbol: fillers of Hangul, and the Braille pattern without a dot.
    private const string Blanks = "\u115f\u1160\u3164\uffa0\u2800";

    /// <summary>Whether nothing of a text can be seen.</summary>
    public static bool IsEmpty(string text) => !text.EnumerateRunes().Any(IsVisible);

    /// <summary>
    /// The same for texts that look alike: without blanks and what nobody sees, accents, width and case.
    /// </summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsVisible))
            folded.Append(rune.IsBmp ? BaseLetters.Of((char)rune.Value).ToString() : rune.ToString());
        return folded.ToString().ToUpperInvariant();
    }

    /// <summary>Neither blanks, controls and formats, nor marks that stand on another letter.</summary>
    private static bool IsVisible(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark)
        && !(rune.IsBmp && Blanks.Contains((char)rune.Value));
}
