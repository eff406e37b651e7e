using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Analysis;

/// <summary>Variables of macros that nothing reads.</summary>
internal static class UnusedLocals
{
    /// <summary>Looks at the variables that one node declares.</summary>
    public static void Visit(BoundExpression node, Findings findings)
    {
        switch (node)
        {
            // Of two variables one is often not needed: it is enough that one of them is.
            case BoundComprehension loop when !loop.Variables.Any(v => IsRead(v, loop)):
                Report(loop.Variables[^1], findings);
                return;
            case BoundBind bind when !IsRead(bind.Variable, bind.Body):
                Report(bind.Variable, findings);
                return;
        }
    }

    private static void Report(LocalSymbol local, Findings findings)
    {
        if (!local.Name.StartsWith('_'))
            findings.Report(AnalysisDescriptors.UnusedLocal, local.Span, local.Name);
    }

    private static bool IsRead(LocalSymbol local, BoundExpression node) =>
        (node is BoundLocal named && ReferenceEquals(named.Symbol, local)) || node.Children.Any(c => IsRead(local, c));
}
