using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Language;
using PolicyEval.Language.Trees;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>
/// All expressions of a policy that decide something, in the order of variables, match conditions, validations and
/// the message of a pass. The map of a policy is the same whatever its parameters, because trees are not folded.
/// </summary>
internal static class BranchMap
{
    /// <summary>The points of a compiled policy.</summary>
    public static ImmutableArray<BranchPoint> Of(CompiledPolicy policy)
    {
        var result = ImmutableArray.CreateBuilder<BranchPoint>();
        foreach (var variable in policy.Variables)
            AddInside(result, variable);
        AddRules(result, policy.MatchConditions, BranchRole.MatchCondition);
        AddRules(result, policy.Validations, BranchRole.Validation);
        if (policy.PassMessage?.Expression is { } message)
            AddInside(result, message);
        return result.ToImmutable();
    }

    private static void AddRules(
        ImmutableArray<BranchPoint>.Builder result, ImmutableArray<CompiledRule> rules, BranchRole role)
    {
        foreach (var rule in rules)
        {
            result.Add(new BranchPoint(rule.Expression, rule.Expression.Tree, role));
            AddInside(result, rule.Expression);
            if (rule.Message?.Expression is { } message)
                AddInside(result, message);
        }
    }

    private static void AddInside(ImmutableArray<BranchPoint>.Builder result, CompiledExpression expression)
    {
        foreach (var node in expression.Tree.DescendantsAndSelf())
        {
            if (node.Kind == CelNodeKind.And)
                result.AddRange(node.Children.Select(term => new BranchPoint(expression, term, BranchRole.AndTerm)));
            else if (node.Kind == CelNodeKind.Or)
                result.AddRange(node.Children.Select(term => new BranchPoint(expression, term, BranchRole.OrTerm)));
            else if (node.Kind == CelNodeKind.Conditional)
                result.Add(new BranchPoint(expression, node.Children[0], BranchRole.Condition));
        }
    }
}
