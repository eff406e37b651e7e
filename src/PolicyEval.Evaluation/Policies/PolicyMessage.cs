using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A sentence of a policy: fixed, or computed by a CEL expression of type string.</summary>
/// <param name="Text">The text, or the expression, in its place in the file.</param>
/// <param name="IsExpression">Whether it is an expression.</param>
public sealed record PolicyMessage(EmbeddedText Text, bool IsExpression);
