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
        root = new ConstantFolder(findings, warns: assumptions is not null).Rewrite(root);
        if (assumptions is null)
            return new AnalyzedExpression(root, findings.InOrder, []);
        VisitNodes(root, assumptions.Clock, findings);
        var walker = new FlowWalker(findings, assumptions);
        if (isCondition)
            walker.VisitCondition(root);
        else
            walker.Visit(root);
        return new AnalyzedExpression(root, findings.InOrder, [.. walker.Requirements]);
    }

    /// <summary>The rules that look at one node, on every node.</summary>
    private static void VisitNodes(BoundExpression node, string clock, Findings findings)
    {
        if (node is BoundCall call)
            ComparisonRules.Visit(call, clock, findings);
        else
            UnusedLocals.Visit(node, findings);
        foreach (var child in node.Children)
            VisitNodes(child, clock, findings);
    }
}
