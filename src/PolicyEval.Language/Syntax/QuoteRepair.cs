using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>
/// Finds the place of a missing quote. The lexer sees it at the last quote of the text, which opens a string that has
/// no end; the mistake is where words and strings first stand side by side.
/// </summary>
internal static class QuoteRepair
{
    /// <summary>The string or the words without a quote; null where the last string itself is the one.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="trouble">The token at which the parser first stumbled, or null.</param>
    /// <param name="open">Where the string without an end begins.</param>
    public static TextSpan? Find(ImmutableArray<SyntaxToken> tokens, int? trouble, int open)
    {
        if (trouble is not { } index || tokens[index].Span.Start > open)
            return null;
        if (index == 0)
            return tokens[index].Span.Start == open ? null : tokens[index].Span;
        var (before, at) = (tokens[index - 1], tokens[index]);

        // 'text && x == 'y': the string before the trouble lost its end.
        if (IsText(before) && at.Span.Start == before.Span.End)
            return before.Span;

        // us-east-1' && x == 'y': the words before the quote lost their beginning.
        var first = index - 1;
        while (first > 0 && tokens[first - 1].Span.End == tokens[first].Span.Start && IsWord(tokens[first - 1]))
            first--;
        var end = IsText(at) ? at.Span.Start + 1 : at.Span.End;
        return TextSpan.FromBounds(tokens[first].Span.Start, end);
    }

    private static bool IsWord(SyntaxToken token) => token.Kind is SyntaxKind.IdentifierToken or SyntaxKind.IntToken
        or SyntaxKind.MinusToken or SyntaxKind.DotToken or SyntaxKind.SlashToken;

    private static bool IsText(SyntaxToken token) => token.Kind is SyntaxKind.StringToken or SyntaxKind.BytesToken;
}
