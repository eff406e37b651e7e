using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Language.Analysis;

/// <summary>A field or variable that must not be null.</summary>
/// <param name="Path">The field or variable.</param>
/// <param name="Diagnostic">What to say where it may be.</param>
internal sealed record NullRequirement(BoundExpression Path, Diagnostic Diagnostic);
