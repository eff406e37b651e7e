using PolicyEval.Language;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>A sentence: fixed, or an expression of type string.</summary>
/// <param name="Text">The fixed sentence; empty for an expression.</param>
/// <param name="Expression">The expression, or null.</param>
internal sealed record CompiledMessage(string Text, CompiledExpression? Expression);
