using System.Runtime.CompilerServices;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// The sentence that says why a rule came to its value: the terms that decided, found by the logic of the operators,
/// with their operands and cells. Nothing in it is written by hand for a policy.
/// </summary>
internal sealed class Reasons
{
    private const int TermsMax = 4;

    private readonly IReadOnlyDictionary<string, ExplainedNode> _variables;
    private readonly List<ExplainedNode> _terms = [];
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);

    private Reasons(IReadOnlyDictionary<string, ExplainedNode> variables) => _variables = variables;

    /// <summary>The sentence; empty where the rule was not evaluated.</summary>
    /// <param name="role">A match condition or a validation.</param>
    /// <param name="root">The rule.</param>
    /// <param name="variables">The variables that were evaluated.</param>
    public static string Of(
        ExplainedRole role, ExplainedNode root, IReadOnlyDictionary<string, ExplainedNode> variables)
    {
        if (root.Value is not { } value)
            return "";
        var reasons = new Reasons(variables);
        reasons.Add(root);
        var terms = reasons._terms.DistinctBy(t => t.Text).ToArray();
        var shown = string.Join(", and ", terms.Take(TermsMax).Select(Describe));
        var more = terms.Length > TermsMax ? $", and so on ({terms.Length - TermsMax} more)" : "";
        return $"{Verdict(role, value)} because {shown}{more}.";
    }

    private static string Verdict(ExplainedRole role, CelValue value) => (value.Kind, role) switch
    {
        (CelKind.Unknown, _) => "Incomplete",
        (CelKind.Bool, ExplainedRole.MatchCondition) => value.AsBool ? "Applies" : "Does not apply",
        (CelKind.Bool, _) => value.AsBool ? "Holds" : "Fails",
        _ => "Ends in an error",
    };

    /// <summary>Adds the terms that gave a node its value.</summary>
    private void Add(ExplainedNode node)
    {
        // Variables may name each other without end; so deep down a node speaks for itself.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _terms.Add(node);
            return;
        }
        switch (node.Node.Kind)
        {
            case CelNodeKind.Not:
                Add(node.Children[0]);
                break;
            case CelNodeKind.And or CelNodeKind.Or:
                AddAll(Deciding(node));
                break;
            case CelNodeKind.Conditional:
                AddAll(node.Children.Where(c => c.Value is not null));
                break;
            case CelNodeKind.Comprehension when node.Turn is { Decides: true }:
                AddAll(node.Children.Skip(1).Where(c => c.Value is { IsTrue: true } or { IsFalse: true }));
                break;
            case CelNodeKind.Field when _variables.TryGetValue(node.Variable, out var root):
                AddVariable(node, root);
                break;
            default:
                AddOwn(node);
                break;
        }
    }

    /// <summary>A node that has no value for want of its operands' stands behind those.</summary>
    private void AddOwn(ExplainedNode node)
    {
        var kind = node.Value!.Value.Kind;
        var origins = node.Value.Value.IsValue ? [] : node.Children.Where(c => c.Value?.Kind == kind).ToArray();
        if (origins.Length == 0)
            _terms.Add(node);
        else
            AddAll(origins);
    }

    private void AddAll(IEnumerable<ExplainedNode> nodes)
    {
        foreach (var node in nodes)
            Add(node);
    }

    /// <summary>
    /// A variable that is a condition, or that has no value, stands for its own terms; each once, so that variables
    /// that name each other many times stay one sentence.
    /// </summary>
    private void AddVariable(ExplainedNode node, ExplainedNode root)
    {
        if (node.Value is { Kind: not (CelKind.Bool or CelKind.Unknown or CelKind.Error) })
            _terms.Add(node);
        else if (_entered.Add(node.Variable))
            Add(root);
    }

    /// <summary>The terms that decide <c>&amp;&amp;</c> or <c>||</c>: one if it can, else all of a kind.</summary>
    private static IEnumerable<ExplainedNode> Deciding(ExplainedNode node)
    {
        var value = node.Value!.Value;
        var kind = value.Kind;
        var evaluated = node.Children.Where(c => c.Value is not null);
        if (kind != CelKind.Bool)
            return evaluated.Where(c => c.Value!.Value.Kind == kind);
        var one = node.Node.Kind == CelNodeKind.And ? value.IsFalse : value.IsTrue;
        return one ? evaluated.Where(c => Same(c.Value!.Value, value)).Take(1) : evaluated;
    }

    private static bool Same(CelValue left, CelValue right) =>
        left.Kind == CelKind.Bool && left.AsBool == right.AsBool;

    private static string Describe(ExplainedNode node)
    {
        var value = node.Value!.Value;
        return value.Kind switch
        {
            CelKind.Unknown when !node.Missing.IsEmpty =>
                $"{node.Text} is unknown ({string.Join("; ", node.Missing.Select(Describe))})",
            CelKind.Error => $"{node.Text} gives an error: {value.AsError.Message}",
            _ => $"{node.Text} is {ValueText.Of(value)}{Operands(node)}",
        };
    }

    private static string Describe(MissingEvidence missing) => missing.Cell is { } cell
        ? $"{missing.Field} {missing.Why}, {MissingText.PlaceOf(cell)}"
        : MissingText.Describe([missing]);

    /// <summary>What the operands of a call were, where the text does not say it; or the place of the cell.</summary>
    private static string Operands(ExplainedNode node)
    {
        if (node.IsCell)
            return node.Evidence is [var cell, ..] ? $" ({MissingText.PlaceOf(cell)})" : "";
        if (node.Node.Kind != CelNodeKind.Call)
            return "";
        var operands = node.Children
            .Where(c => c.Value is { Kind: not CelKind.Record } && c.Node.Kind != CelNodeKind.Constant)
            .Select(c => $"{c.Text} = {ValueText.Of(c.Value!.Value)}{Operands(c, c.IsCell)}")
            .ToArray();
        return operands.Length == 0 ? "" : $" ({string.Join(", ", operands)})";
    }

    private static string Operands(ExplainedNode node, bool isCell) =>
        isCell && node.Evidence is [var cell, ..] ? $" at {MissingText.PlaceOf(cell)}" : "";
}
