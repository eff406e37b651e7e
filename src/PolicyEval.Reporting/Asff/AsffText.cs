using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Asff;

/// <summary>Texts as Security Hub takes them: safe to show, not blank, and of a greatest length.</summary>
internal static class AsffText
{
    private const string Blank = "none";

    /// <summary>A text in one line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">How many UTF-16 units it may have; no character is cut in two.</param>
    public static string Of(string text, int max)
    {
        var safe = SafeText.Of(text);
        return string.IsNullOrWhiteSpace(safe) ? Blank : Cut(safe, max);
    }

    /// <summary>The beginning of a text, with an ellipsis where more follows.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
            return text;

        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length + rune.Utf16SequenceLength > max - 1)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length] + "…";
    }
}
