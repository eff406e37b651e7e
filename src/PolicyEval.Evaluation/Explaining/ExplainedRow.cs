namespace PolicyEval.Evaluation.Explaining;

/// <summary>A node of an explained tree as a line that people read.</summary>
/// <param name="Depth">How deep it stands: 0 for the root.</param>
/// <param name="IsLast">Whether no other row stands below the same one after it.</param>
/// <param name="Label">The expression, in one line; of a long operator only the operator.</param>
/// <param name="Node">The node.</param>
/// <param name="IsLeaf">Whether no row stands below it.</param>
/// <param name="IsRepeated">Whether the variable that it reads has its rows further up.</param>
public sealed record ExplainedRow(
    int Depth, bool IsLast, string Label, ExplainedNode Node, bool IsLeaf, bool IsRepeated);
