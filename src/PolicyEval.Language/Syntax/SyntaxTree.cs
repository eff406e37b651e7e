using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>The door of the folder: a text, the tree of it (there always is one) and what was wrong with it.</summary>
internal sealed record SyntaxTree(EmbeddedText Text, ExpressionSyntax Root, ImmutableArray<Diagnostic> Diagnostics)
{
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

        var tokens = new Lexer(text, diagnostics).Lex();
        var root = new Parser(text, tokens, limits, diagnostics).Parse();
        return new SyntaxTree(text, root, Limit(text, diagnostics, limits.MaxErrors));
    }

    private static ImmutableArray<Diagnostic> Limit(EmbeddedText text, DiagnosticBag diagnostics, int max)
    {
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
