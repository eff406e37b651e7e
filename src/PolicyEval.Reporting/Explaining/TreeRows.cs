using PolicyEval.Evaluation.Explaining;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Explaining;

/// <summary>Draws the rows of an explained tree.</summary>
/// <param name="rows">Knows which variables were drawn before.</param>
/// <param name="width">The width of a line.</param>
internal sealed class TreeRows(ExplainedRows rows, int width)
{
    /// <summary>The rows of a tree, from the top.</summary>
    public List<TreeRow> Of(ExplainedNode root)
    {
        var drawn = new List<TreeRow>();
        var above = new List<TreeRow>();
        foreach (var row in rows.Of(root))
        {
            above.RemoveRange(row.Depth, above.Count - row.Depth);
            var (branch, margin) = above is [.., var parent] ? Below(parent, row.IsLast) : ("", "");
            above.Add(new TreeRow(branch, margin, LabelOf(row), row));
            drawn.Add(above[^1]);
        }
        return drawn;
    }

    private (string Branch, string Margin) Below(TreeRow parent, bool isLast)
    {
        // So deep down the lines have no room for more branches.
        if (parent.Margin.Length > width / 3)
            return (parent.Branch, parent.Margin);
        return (parent.Margin + (isLast ? "└ " : "├ "), parent.Margin + (isLast ? "  " : "│ "));
    }

    private static string LabelOf(ExplainedRow row)
    {
        var label = SafeText.Of(row.Label);
        return row.Node.Value is null ? $"{label} ({ResultWords.ForPeople(row.Node.Skipped)})" : label;
    }
}
