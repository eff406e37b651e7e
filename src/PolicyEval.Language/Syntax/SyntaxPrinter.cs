using System.Text;

namespace PolicyEval.Language.Syntax;

/// <summary>A syntax tree as text, a node a line, for tests and for people who look for a mistake.</summary>
internal static class SyntaxPrinter
{
    /// <summary>The tree under a node.</summary>
    public static string Print(SyntaxNode node)
    {
        var builder = new StringBuilder();
        Print(node, 0, builder);
        return builder.ToString();
    }

    private static void Print(SyntaxNode node, int indent, StringBuilder builder)
    {
        builder.Append(' ', indent * 2).Append(node.Kind).Append(Detail(node));
        builder.Append(' ').Append(node.Span).Append('\n');
        foreach (var child in node.Children)
            Print(child, indent + 1, builder);
    }

    private static string Detail(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => $" {literal.Minus?.Text}{literal.Token.Text}",
        NameExpressionSyntax name => $" {name.Dot?.Text}{name.Identifier.Text}",
        MemberExpressionSyntax member => $" .{(member.IsOptional ? "?" : "")}{member.Name.Text}",
        IndexExpressionSyntax index => index.IsOptional ? " [?]" : "",
        UnaryExpressionSyntax unary => $" {unary.OperatorToken.Text}",
        BinaryExpressionSyntax binary => $" {binary.OperatorToken.Text}",
        LogicalExpressionSyntax logical => $" {SyntaxFacts.Text(logical.OperatorKind)}",
        CallExpressionSyntax { HasLeadingDot: false, Receiver: null } call => $" {call.Name.Text}()",
        CallExpressionSyntax call => $" .{call.Name.Text}()",
        ListElementSyntax { IsOptional: true } or MapEntrySyntax { IsOptional: true } => " ?",
        FieldInitializerSyntax field => $" {(field.IsOptional ? "?" : "")}{field.Name.Text}",
        _ => "",
    };
}
