using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing.Results;

/// <summary>What became of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Mismatches">All that is not as expected.</param>
/// <param name="Diagnostics">Why it could not be run; empty where it was.</param>
public sealed record TestCaseResult(
    string Name, Location Location, ImmutableArray<TestMismatch> Mismatches, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether it was run and all was as expected.</summary>
    public bool Passed => Mismatches.IsEmpty && !IsRefused;

    /// <summary>Whether it could not be run.</summary>
    public bool IsRefused => !Diagnostics.IsEmpty;
}
