using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A condition of the policy's application.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">The CEL expression of type bool.</param>
/// <param name="Reason">The reason code when it is false, or empty.</param>
/// <param name="Message">What to say when it is false, or null.</param>
public sealed record PolicyMatchCondition(string Name, EmbeddedText Expression, string Reason, PolicyMessage? Message);
