using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>A policy with the verdicts that are explained. Immutable.</summary>
/// <param name="Policy">The policy with its effective parameters.</param>
/// <param name="ResourceType">The type of its resources.</param>
/// <param name="Inputs">The parameters, then <c>asOf</c>, once for each snapshot.</param>
/// <param name="Counts">All its verdicts, explained or not.</param>
/// <param name="Resources">Those that are explained: failures, errors and incomplete ones first.</param>
public sealed record ExplainedPolicy(
    PolicyReference Policy,
    string ResourceType,
    ImmutableArray<ExplainedInput> Inputs,
    OutcomeCounts Counts,
    ImmutableArray<ExplainedResource> Resources);
