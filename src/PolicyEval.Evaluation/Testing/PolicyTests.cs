using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing;

/// <summary>The tests of one policy, as their document says them. Immutable.</summary>
/// <param name="Policy">The policy that is tested.</param>
/// <param name="File">The file that holds the document.</param>
/// <param name="Location">Where the policy is named.</param>
/// <param name="Cases">The cases, in order.</param>
internal sealed record PolicyTests(
    Policy Policy, PolicyFile File, Location Location, ImmutableArray<TestCase> Cases);
