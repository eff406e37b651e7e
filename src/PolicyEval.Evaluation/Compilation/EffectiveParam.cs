using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>A parameter with the value that a run uses.</summary>
/// <param name="Param">The parameter.</param>
/// <param name="Value">The value that expressions see.</param>
/// <param name="Standard">The value that policy and framework set.</param>
internal sealed record EffectiveParam(PolicyParam Param, ParamValue Value, ParamValue Standard);
