using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>What explaining gave. Immutable.</summary>
/// <param name="Header">The inputs, as a report of the same run names them.</param>
/// <param name="Policies">The policies, each as often as it has other parameters.</param>
/// <param name="Diagnostics">What is to be said; with an error among them there is no policy.</param>
public sealed record Explanation(
    RunHeader Header, ImmutableArray<ExplainedPolicy> Policies, ImmutableArray<Diagnostic> Diagnostics);
