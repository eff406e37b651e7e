using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Something that must hold.</summary>
/// <param name="Expression">The CEL expression of type bool.</param>
/// <param name="Reason">The reason code when it is false: PascalCase.</param>
/// <param name="Message">What to say when it is false.</param>
public sealed record PolicyValidation(EmbeddedText Expression, string Reason, PolicyMessage Message);
