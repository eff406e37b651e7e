using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>An expression of a policy of which the tests leave something out.</summary>
/// <param name="Location">Where it stands in the policy.</param>
/// <param name="Source">The expression as written, in one line.</param>
/// <param name="Role">What it decides.</param>
/// <param name="Gap">What no test has seen.</param>
public sealed record UncoveredBranch(Location Location, string Source, BranchRole Role, BranchGap Gap);
