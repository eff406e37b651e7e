using System.Collections.Immutable;
using PolicyEval.Evaluation.Testing.Coverage;

namespace PolicyEval.Evaluation.Testing.Results;

/// <summary>What became of the tests of one policy.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="File">The file of the tests, as diagnostics cite it.</param>
/// <param name="Cases">The cases that were run, in the order of the file.</param>
/// <param name="Coverage">What they saw of the policy.</param>
public sealed record PolicyTestResult(
    string Policy, string File, ImmutableArray<TestCaseResult> Cases, PolicyCoverage Coverage);
