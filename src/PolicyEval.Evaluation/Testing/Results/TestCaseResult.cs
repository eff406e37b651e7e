using System.Collections.Immutable;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing.Results;

/// <summary>What became of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it stands.</param>
public sealed record TestCaseResult(string Name, Location Location)
{
    /// <summary>All that is not as expected.</summary>
    public ImmutableArray<TestMismatch> Mismatches { get; init; } = [];

    /// <summary>Why the first resources that are not as expected came to their verdicts.</summary>
    public ImmutableArray<ExplainedResource> Explained { get; init; } = [];

    /// <summary>Why it could not be run; empty where it was.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether it was run and all was as expected.</summary>
    public bool Passed => Mismatches.IsEmpty && !IsRefused;

    /// <summary>Whether it could not be run.</summary>
    public bool IsRefused => !Diagnostics.IsEmpty;
}
