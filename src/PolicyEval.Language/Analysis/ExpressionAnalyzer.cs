using PolicyEval.Language.Binding;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// The door of the folder: looks at a bound expression for what is correct CEL and hardly meant. Nothing here changes
/// what an expression does.
/// </summary>
internal static class ExpressionAnalyzer
{
    /// <summary>Looks at an expression without errors.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="root">Its tree, before lowering.</param>
    /// <param name="isCondition">Whether its result decides something.</param>
    /// <param name="assumptions">What is known where it is evaluated; null for errors alone.</param>
    public static AnalyzedExpression Analyze(
        EmbeddedText text, BoundExpression root, bool isCondition, CelAssumptions? assumptions)
    {
        var findings = new Findings(text);
        VisitNodes(root, assumptions?.Clock, findings);
        if (assumptions is null)
            return new AnalyzedExpression(root, [.. findings.InOrder], []);
        var walker = new FlowWalker(findings, assumptions);
        if (isCondition)
            walker.VisitCondition(root);
        else
            walker.Visit(root);
        return new AnalyzedExpression(root, [.. findings.InOrder], [.. walker.Requirements]);
    }

    /// <summary>The rules that look at one node, on every node; without a clock only what is an error.</summary>
    private static void VisitNodes(BoundExpression node, string? clock, Findings findings)
    {
        if (node is BoundCall call && !ConstantRules.FindFault(call, clock is not null, findings) && clock is not null)
        {
            ConstantRules.FindFailure(call, findings);
            ComparisonRules.Visit(call, clock, findings);
        }

        if (clock is not null)
            UnusedLocals.Visit(node, findings);
        foreach (var child in node.Children)
            VisitNodes(child, clock, findings);
    }
}
