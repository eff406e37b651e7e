using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A parameter that the user sets.</summary>
/// <param name="Option">As it was given.</param>
/// <param name="Policy">The policy's name.</param>
/// <param name="Param">The parameter's name.</param>
/// <param name="Value">The value.</param>
internal sealed record ParamSet(string Option, string Policy, string Param, ParamValue Value);
