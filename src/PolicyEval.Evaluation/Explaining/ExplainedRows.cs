using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// The rows of explained trees: the nodes whose value the text does not say already, variables with their own
/// expression where they are met first.
/// </summary>
/// <param name="variables">The variables that were evaluated, by name.</param>
public sealed class ExplainedRows(IReadOnlyDictionary<string, ExplainedExpression> variables)
{
    private const int ShortLabel = 36;

    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>The rows of a tree, from the top.</summary>
    public ImmutableArray<ExplainedRow> Of(ExplainedNode root)
    {
        var rows = ImmutableArray.CreateBuilder<ExplainedRow>();
        Add(root, depth: 0, isLast: true, rows);
        return rows.ToImmutable();
    }

    private void Add(ExplainedNode node, int depth, bool isLast, ImmutableArray<ExplainedRow>.Builder rows)
    {
        var isVariable = node.Value is not null && variables.ContainsKey(node.Variable);
        var hasRoom = RuntimeHelpers.TryEnsureSufficientExecutionStack();
        var isFirst = isVariable && hasRoom && _met.Add(node.Variable);
        var below = isFirst ? [variables[node.Variable].Root]
            : node.Value is null ? []
            : node.Children.Where(IsShown).ToArray();
        rows.Add(new ExplainedRow(depth, isLast, LabelOf(node), node, below.Length == 0, isVariable && !isFirst));
        for (var i = 0; i < below.Length; i++)
            Add(below[i], depth + 1, i == below.Length - 1, rows);
    }

    /// <summary>A constant and a whole record are their own text.</summary>
    private static bool IsShown(ExplainedNode node) =>
        node.Node.Kind != CelNodeKind.Constant && node.Node.Type.Kind != CelTypeKind.Record;

    private static string LabelOf(ExplainedNode node) =>
        node.Value is null || node.Text.Length <= ShortLabel ? node.Text : node.Node.Kind switch
        {
            CelNodeKind.Not => "! (not)",
            CelNodeKind.And => "&& (all of)",
            CelNodeKind.Or => "|| (any of)",
            CelNodeKind.Conditional => "? : (if, then, else)",
            _ => node.Text,
        };
}
