using PolicyEval.Evaluation.Explaining;

namespace PolicyEval.Reporting.Explaining;

/// <summary>A line of a drawn tree.</summary>
/// <param name="Branch">What is drawn before the label.</param>
/// <param name="Margin">What is drawn before the lines that follow, down to the next row.</param>
/// <param name="Label">The expression, safe.</param>
/// <param name="Row">What the line is about.</param>
internal sealed record TreeRow(string Branch, string Margin, string Label, ExplainedRow Row);
