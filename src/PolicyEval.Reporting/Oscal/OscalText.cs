using System.Buffers;
using System.Text;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>Texts as the data types of OSCAL have them.</summary>
internal static class OscalText
{
    // What begins markup, with what OSCAL adds to CommonMark: sub- and superscripts, and parameters in braces.
    private static readonly SearchValues<char> Active = SearchValues.Create("\\`*{}[]<>#+!|&~^");

    /// <summary>A line of Markdown that is the text and nothing else; never empty.</summary>
    public static string Line(string text)
    {
        var safe = Trimmed(SafeText.Of(text));
        if (safe.Length == 0)
            return "none";

        var line = new StringBuilder(safe.Length + 16);
        for (var i = 0; i < safe.Length; i++)
        {
            if (Active.Contains(safe[i]) || IsEdge(safe, i) || (i == 0 && safe[i] == '-') || EndsNumber(safe, i))
                line.Append('\\');
            line.Append(safe[i]);
        }

        return line.ToString();
    }

    /// <summary>Several lines of Markdown, a paragraph each.</summary>
    public static string Paragraphs(IEnumerable<string> lines) => string.Join("\n\n", lines.Select(Line));

    /// <summary>A value: one line without white space at its ends; null where there is none.</summary>
    public static string? Value(string? text) => string.IsNullOrEmpty(text) ? null : Trimmed(SafeText.Of(text));

    /// <summary>
    /// A token that names a control. NIST's catalogue is published as OSCAL, and has ids of its own, such as
    /// <c>ac-2.1</c>; every other id stands behind the name of its framework, for a token begins with a letter.
    /// </summary>
    public static string Control(string framework, string id) => framework == "nist_800_53_r5"
        ? Token(id.ToLowerInvariant().Replace('(', '.').Replace(")", "", StringComparison.Ordinal))
        : Token($"{framework}-{id}");

    /// <summary>A token: letters, digits and three marks; what is none of them is a low line.</summary>
    public static string Token(string text)
    {
        var token = new StringBuilder(text.Length + 1);
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
            token.Append('_');
        foreach (var unit in text)
            token.Append(char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_' ? unit : '_');
        return token.ToString();
    }

    // White space at an end is part of a name, and is no part of a value of OSCAL.
    private static string Trimmed(string safe)
    {
        if (safe.StartsWith(' '))
            safe = @"\u{20}" + safe[1..];
        return safe.EndsWith(' ') ? safe[..^1] + @"\u{20}" : safe;
    }

    /// <summary>Whether it is a low line that is not inside a word, where it would be emphasis.</summary>
    private static bool IsEdge(string text, int at) => text[at] == '_'
        && (at == 0 || at + 1 == text.Length
            || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>Whether it is the mark behind a number at the beginning, which would begin a list.</summary>
    private static bool EndsNumber(string text, int at) =>
        text[at] is '.' or ')' && at is > 0 and < 10 && (at + 1 == text.Length || text[at + 1] == ' ')
        && !text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9');
}
