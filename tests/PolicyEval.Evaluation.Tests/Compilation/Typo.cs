using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Tests.Compilation;

/// <summary>An expression with one token written wrong.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Text">The expression.</param>
/// <param name="Start">Where the mistake begins: the token, or the gap that it left.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Original">The name that was misspelled, or null.</param>
internal sealed partial record Typo(TypoKind Kind, string Text, int Start, int End, string? Original)
{
    /// <summary>The tokens of an expression.</summary>
    public static Match[] TokensOf(string text) => [.. Tokens().Matches(text).Cast<Match>()];

    /// <summary>The expression as one line with a single blank where there were any.</summary>
    public static string OneLine(string text)
    {
        var line = "";
        var end = 0;
        foreach (var token in TokensOf(text))
        {
            line += (token.Index > end && end > 0 ? " " : "") + token.Value;
            end = token.Index + token.Length;
        }

        return line;
    }

    /// <summary>All typos of an expression, at every token.</summary>
    public static IEnumerable<Typo> Of(string text)
    {
        var tokens = TokensOf(text);
        for (var i = 0; i < tokens.Length; i++)
        {
            var (token, start, end) = (tokens[i].Value, tokens[i].Index, tokens[i].Index + tokens[i].Length);
            if (token is "true" or "false" or "null" or "in")
                yield return Replaced(TypoKind.MisspellKeyword, token[..^1] + token[^1] + token[^1]);
            else if (IsName(token) && !Declares(tokens, i))
                yield return Replaced(TypoKind.MisspellName, Misspell(token));
            if ("()[]{}".Contains(token))
                yield return new Typo(TypoKind.DropBracket, $"{text[..start]} {text[end..]}".Trim(), start, start, null);
            // Without its name, "a.b ? c : d" is the optional selection "a.?c".
            var isBetween = i > 0 && i + 1 < tokens.Length && tokens[i - 1].Value == "." && tokens[i + 1].Value == "?";
            if (!isBetween && (IsName(token) || token[0] is '\'' or '"' || char.IsAsciiDigit(token[0])))
                yield return Dropped(TypoKind.DropOperand, start, end);
            if (token is "&&" or "||" or "==" or "!=" or "<" or "<=" or ">" or ">=" or "+" or "in" or "?" or ":" or ",")
            {
                var doubled = text.Insert(end, " " + token);
                yield return new Typo(TypoKind.DoubleOperator, doubled, end + 1, end + 1 + token.Length, null);
            }

            if (token[0] is '\'' or '"')
            {
                yield return Dropped(TypoKind.DropQuote, start, start + 1) with { End = end - 1 };
                yield return Dropped(TypoKind.DropQuote, end - 1, end) with { Start = start };
            }

            Typo Replaced(TypoKind kind, string word) =>
                new(kind, text[..start] + word + text[end..], start, start + word.Length, token);

            Typo Dropped(TypoKind kind, int from, int to) => new(kind, text[..from] + text[to..], from, from, null);
        }
    }

    /// <summary>The blanks between tokens.</summary>
    public IReadOnlySet<int> Gaps()
    {
        var tokens = TokensOf(Text);
        return Enumerable.Range(0, Text.Length)
            .Where(i => Text[i] == ' ' && !tokens.Any(t => t.Index <= i && i < t.Index + t.Length)).ToHashSet();
    }

    private static bool IsName(string token) => char.IsAsciiLetter(token[0]) && token is not ("true" or "false"
        or "null" or "in") && !token.EndsWith('\'');

    /// <summary>Whether a name is the variable of a macro: what is wrong then is each of its uses.</summary>
    private static bool Declares(Match[] tokens, int i) =>
        i >= 2 && tokens[i - 1].Value == "(" && i + 1 < tokens.Length && tokens[i + 1].Value == ","
        && tokens[i - 2].Value is "all" or "exists" or "exists_one" or "map" or "filter" or "bind" or "optMap";

    private static string Misspell(string name) => name.Length < 4
        ? name + name[^1]
        : name[..2] + name[3] + name[2] + name[4..] is var swapped && swapped != name ? swapped : name + "q";

    [GeneratedRegex(@"[rRbB]{0,2}'(?:[^'\\]|\\.)*'|[rRbB]{0,2}""(?:[^""\\]|\\.)*""|\w+|&&|\|\||[=!<>]=|\S")]
    private static partial Regex Tokens();
}
