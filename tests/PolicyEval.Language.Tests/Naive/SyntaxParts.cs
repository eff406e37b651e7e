using PolicyEval.Language.Syntax;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>The expressions in an expression.</summary>
internal static class SyntaxParts
{
    /// <summary>All of them, the inner ones first, and the expression itself.</summary>
    public static IEnumerable<ExpressionSyntax> Of(SyntaxNode node) =>
        node.Children.SelectMany(Of).Concat(node is ExpressionSyntax expression ? [expression] : []);
}
