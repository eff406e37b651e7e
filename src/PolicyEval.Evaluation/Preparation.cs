using System.Collections.Immutable;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation;

/// <summary>What preparing a run gave.</summary>
/// <param name="Plan">The plan, or null where an error forbids the run.</param>
/// <param name="Diagnostics">
/// All diagnostics so far: of the policies, the options and the snapshots. A run repeats them in its footer.
/// </param>
/// <param name="ExitCode">0 where there is a plan; 3 for unusable input; 64 where only options are wrong.</param>
public sealed record Preparation(EvaluationPlan? Plan, ImmutableArray<Diagnostic> Diagnostics, int ExitCode);
