using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>How much a failure of a policy weighs in a run.</summary>
/// <param name="Value">The severity.</param>
/// <param name="Source">Where settings say it, as <c>file:line</c>; empty where the policy's own holds.</param>
internal sealed record EffectiveSeverity(Severity Value, string Source);
