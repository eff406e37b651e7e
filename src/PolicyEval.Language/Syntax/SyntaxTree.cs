using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>The door of the folder: a text, the tree of it (there always is one) and what was wrong with it.</summary>
internal sealed record SyntaxTree(EmbeddedText Text, ExpressionSyntax Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Up to where the tree has the names that the author wrote. Behind it, and about types anywhere in a text with
    /// mistakes, nothing is reported that may follow from them.
    /// </summary>
    public int TrustedLength { get; private init; } = Text.Content.Length;

    /// <summary>Whether something is wrong with the text.</summary>
    public bool HasErrors => !Diagnostics.IsEmpty;

    /// <summary>Parses a text.</summary>
    public static SyntaxTree Parse(EmbeddedText text, CompilationLimits limits)
    {
        var diagnostics = new DiagnosticBag();
        if (CodePoints(text.Content) > limits.MaxCodePoints)
        {
            diagnostics.Report(
                SyntaxDescriptors.TooLong, Location.Of(text, new TextSpan(0, 0)), $"{limits.MaxCodePoints}");
            return new SyntaxTree(text, new MissingExpressionSyntax(new TextSpan(0, 0)), diagnostics.ToImmutable());
        }

        var lexer = new Lexer(text, diagnostics);
        var tokens = lexer.Lex();
        var parser = new Parser(text, tokens, limits, diagnostics);
        var root = parser.Parse();
        if (lexer.Unterminated is { } open && QuoteRepair.Find(tokens, parser.FirstTrouble, open) is { } quote)
            return InsideOut(text, root, tokens, quote, diagnostics);
        return new SyntaxTree(text, root, Limit(text, diagnostics, limits.MaxErrors))
        {
            TrustedLength = parser.FirstTrouble is { } trouble ? StartBefore(tokens, trouble) : text.Content.Length,
        };
    }

    /// <summary>
    /// The tree of a text in which a quote is missing long before its last quote: from there on strings were read as
    /// names and names as strings, and none of what was reported of them is worth reading.
    /// </summary>
    private static SyntaxTree InsideOut(
        EmbeddedText text, ExpressionSyntax root, ImmutableArray<SyntaxToken> tokens, TextSpan quote, DiagnosticBag bag)
    {
        var place = Location.Of(text, quote);
        var shown = text.Content.Substring(quote.Start, quote.Length);
        var missing = Diagnostic.Create(SyntaxDescriptors.MissingQuote, place, shown);
        var before = bag.Where(d => d.Descriptor != SyntaxDescriptors.UnexpectedCharacter
            && (d.Location.EndLine, d.Location.EndColumn).CompareTo((place.Line, place.Column)) <= 0);
        var first = tokens.First(t => t.Span.End > quote.Start);
        return new SyntaxTree(text, root, [.. before, missing])
        {
            TrustedLength = StartBefore(tokens, tokens.IndexOf(first)),
        };
    }

    /// <summary>Where the token before this one begins: the name at a mistake may be a part of it.</summary>
    private static int StartBefore(ImmutableArray<SyntaxToken> tokens, int index) =>
        index == 0 ? 0 : tokens[index - 1].Span.Start;

    private static ImmutableArray<Diagnostic> Limit(EmbeddedText text, DiagnosticBag diagnostics, int max)
    {
        if (diagnostics.Count == 0)
            return [];
        var all = diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column).ToImmutableArray();
        if (all.Length <= max)
            return all;
        var last = Location.Of(text, new TextSpan(text.Content.Length, 0));
        return [.. all[..max], Diagnostic.Create(SyntaxDescriptors.TooManyErrors, last, $"{max}")];
    }

    private static int CodePoints(string content)
    {
        var count = content.Length;
        foreach (var unit in content)
        {
            if (char.IsLowSurrogate(unit))
                count--;
        }

        return count;
    }
}
