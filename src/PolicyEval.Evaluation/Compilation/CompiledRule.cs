using PolicyEval.Language;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>A match condition or a validation.</summary>
/// <param name="Expression">The expression of type bool.</param>
/// <param name="Reason">The reason code when it is false, or empty.</param>
/// <param name="Message">What to say when it is false, or null.</param>
internal sealed record CompiledRule(CompiledExpression Expression, string Reason, CompiledMessage? Message);
