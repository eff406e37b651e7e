using System.Runtime.CompilerServices;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Types;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Explaining;

/// <summary>
/// Draws the nodes of an expression as rows: those whose value the text does not say already, variables with their own
/// expression where they are met first.
/// </summary>
/// <param name="variables">The variables that were evaluated.</param>
/// <param name="width">The width of a line.</param>
internal sealed class TreeRows(IReadOnlyDictionary<string, ExplainedExpression> variables, int width)
{
    private const int ShortLabel = 36;

    private readonly HashSet<string> _drawn = new(StringComparer.Ordinal);

    /// <summary>The rows of a tree, from the top.</summary>
    public List<TreeRow> Of(ExplainedNode root)
    {
        var rows = new List<TreeRow>();
        Add(root, "", "", rows);
        return rows;
    }

    private void Add(ExplainedNode node, string branch, string margin, List<TreeRow> rows)
    {
        var isVariable = node.Value is not null && variables.ContainsKey(node.Variable);
        var hasRoom = RuntimeHelpers.TryEnsureSufficientExecutionStack();
        var isFirst = isVariable && hasRoom && _drawn.Add(node.Variable);
        var below = isFirst ? [variables[node.Variable].Root]
            : node.Value is null ? []
            : node.Children.Where(IsShown).ToArray();
        rows.Add(new TreeRow(branch, margin, LabelOf(node), node, below.Length == 0, isVariable && !isFirst));

        // So deep down the lines have no room for more branches.
        var isDeep = margin.Length > width / 3;
        for (var i = 0; i < below.Length; i++)
        {
            var isLast = i == below.Length - 1;
            if (isDeep)
                Add(below[i], branch, margin, rows);
            else
                Add(below[i], margin + (isLast ? "└ " : "├ "), margin + (isLast ? "  " : "│ "), rows);
        }
    }

    /// <summary>A constant and a whole record are their own text.</summary>
    private static bool IsShown(ExplainedNode node) =>
        node.Node.Kind != CelNodeKind.Constant && node.Node.Type.Kind != CelTypeKind.Record;

    private static string LabelOf(ExplainedNode node)
    {
        var text = SafeText.Of(node.Text);
        if (node.Value is null)
            return $"{text} ({ExplanationWords.ForPeople(node.Skipped)})";
        return TextLayout.WidthOf(text) <= ShortLabel ? text : node.Node.Kind switch
        {
            CelNodeKind.Not => "! (not)",
            CelNodeKind.And => "&& (all of)",
            CelNodeKind.Or => "|| (any of)",
            CelNodeKind.Conditional => "? : (if, then, else)",
            _ => text,
        };
    }
}
