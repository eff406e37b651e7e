using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>
/// What people write who think of another language, and characters that look like those of CEL. The lexer and the
/// parser report it and go on with what was meant, so that one mistake is one diagnostic.
/// </summary>
internal static class ForeignText
{
    /// <summary>The characters that operators of this and other languages are made of.</summary>
    private static readonly SearchValues<char> OperatorCharacters = SearchValues.Create("=!<>&|");

    private static readonly FrozenDictionary<string, SyntaxKind> Operators = new Dictionary<string, SyntaxKind>
    {
        ["="] = SyntaxKind.EqualsEqualsToken,
        ["==="] = SyntaxKind.EqualsEqualsToken,
        ["!=="] = SyntaxKind.BangEqualsToken,
        ["<>"] = SyntaxKind.BangEqualsToken,
        ["=<"] = SyntaxKind.LessEqualsToken,
        ["=>"] = SyntaxKind.GreaterEqualsToken,
        ["&"] = SyntaxKind.AmpersandAmpersandToken,
        ["|"] = SyntaxKind.PipePipeToken,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SyntaxKind> Words = new Dictionary<string, SyntaxKind>
    {
        ["and"] = SyntaxKind.AmpersandAmpersandToken,
        ["or"] = SyntaxKind.PipePipeToken,
        ["is"] = SyntaxKind.EqualsEqualsToken,
        ["eq"] = SyntaxKind.EqualsEqualsToken,
        ["ne"] = SyntaxKind.BangEqualsToken,
        ["in"] = SyntaxKind.InKeyword,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["length"] = "size",
        ["len"] = "size",
        ["count"] = "size",
        ["tolower"] = "lowerAscii",
        ["tolowercase"] = "lowerAscii",
        ["lower"] = "lowerAscii",
        ["toupper"] = "upperAscii",
        ["touppercase"] = "upperAscii",
        ["upper"] = "upperAscii",
        ["includes"] = "contains",
        ["any"] = "exists",
        ["some"] = "exists",
        ["every"] = "all",
        ["where"] = "filter",
        ["select"] = "map",
        ["strip"] = "trim",
        ["now"] = "asOf",
        ["today"] = "asOf",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Cyrillic and Greek letters with the shape of a Latin one, and the Latin ones in the same order.
    private const string Letters =
        "\u0430\u0432\u0441\u0501\u0435\u04BB\u0456\u0458\u043E\u0440\u051B\u0455\u051D\u0445\u0443\u0410\u0412"
        + "\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423\u0405\u03B1\u03BF\u03B9"
        + "\u03C1\u03BD\u03BA\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";

    private const string Latin = "abcdehijopqswxyABCEHIJKMOPSTXYSaoipvkABEZHIKMNOPTYX";

    /// <summary>The operator that the characters at the start of a text were meant to be, or null.</summary>
    /// <param name="text">The text from the run on.</param>
    /// <param name="length">The length of what was written.</param>
    public static SyntaxKind? Operator(ReadOnlySpan<char> text, out int length)
    {
        length = text.IndexOfAnyExcept(OperatorCharacters);
        if (length < 0)
            length = text.Length;
        if (length is > 0 and <= 3 && Operators.TryGetValue(text[..length].ToString(), out var kind))
            return kind;

        // A sign that is none at all is one in any company: "a =!b" and "a ==&b".
        length = 1;
        var isSign = text[0] is '=' && !text.StartsWith("==") || text[0] is '&' && !text.StartsWith("&&")
            || text[0] is '|' && !text.StartsWith("||");
        if (isSign)
            return Operators[text[..1].ToString()];
        return text[0] switch
        {
            '\u2260' => SyntaxKind.BangEqualsToken,
            '\u2264' => SyntaxKind.LessEqualsToken,
            '\u2265' => SyntaxKind.GreaterEqualsToken,
            _ => null,
        };
    }

    /// <summary>The operator that a word between two operands was meant to be, or null.</summary>
    public static SyntaxKind? WordOperator(string word) => Words.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>What CEL, or a host of it, calls what other languages call by this name; or null.</summary>
    public static string? Meant(string name) => Names.GetValueOrDefault(name);

    /// <summary>Whether a word is the "not" of other languages.</summary>
    public static bool IsNot(string word) => word.Equals("not", StringComparison.OrdinalIgnoreCase);

    /// <summary>The character of CEL that another one looks like, or null: blanks, dashes, brackets, letters.</summary>
    public static char? LooksLike(char c)
    {
        if (char.IsAscii(c))
            return null;
        var letter = Letters.IndexOf(c, StringComparison.Ordinal);
        return letter >= 0 ? Latin[letter] : c switch
        {
            '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200B') or '\u2028' or '\u2029' or '\u202F' or '\u205F'
                or '\u2060' or '\u3000' or '\uFEFF' => ' ',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            '\u00D7' or '\u2217' => '*',
            '\u00F7' or '\u2215' => '/',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            _ => null,
        };
    }

    /// <summary>The straight quote that a typographic one looks like, or null.</summary>
    public static char? Quote(char c) => c switch
    {
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' or '\uFF02' => '"',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '\uFF07' => '\'',
        _ => null,
    };

    /// <summary>A word with its look-alike letters replaced; null where a letter looks like none.</summary>
    public static string? Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (LooksLike(c) is { } like)
                folded.Append(like);
            else if (char.IsAscii(c))
                folded.Append(c);
            else
                return null;
        }

        return folded.ToString();
    }
}
