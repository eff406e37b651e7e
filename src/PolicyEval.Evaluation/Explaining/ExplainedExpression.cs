using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>An expression of a policy with what it came to for one resource. Immutable.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">
/// The name of a match condition or variable; the reason code of a validation, and of the message that goes with one.
/// </param>
/// <param name="Place">Where it stands in the policy.</param>
/// <param name="Text">The whole expression, in one line.</param>
/// <param name="Root">The tree.</param>
public sealed record ExplainedExpression(
    ExplainedRole Role, string Name, Location Place, string Text, ExplainedNode Root)
{
    /// <summary>
    /// One sentence: why a rule came to its value, from the terms that decided; empty for what is no rule.
    /// </summary>
    public string Because { get; init; } = "";

    /// <summary>Its value; null where it was not evaluated.</summary>
    public CelValue? Value => Root.Value;
}
