using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing.Results;

/// <summary>The tests of policies, run.</summary>
/// <param name="Policies">The policies with their cases, sorted by name.</param>
/// <param name="WithoutTests">The names of policies that have no tests, sorted.</param>
public sealed record PolicyTestRun(ImmutableArray<PolicyTestResult> Policies, ImmutableArray<string> WithoutTests)
{
    /// <summary>All cases.</summary>
    public int Cases => Policies.Sum(p => p.Cases.Length);

    /// <summary>The cases that passed.</summary>
    public int Passed => Policies.Sum(p => p.Cases.Count(c => c.Passed));

    /// <summary>The cases that could not be run.</summary>
    public int Refused => Policies.Sum(p => p.Cases.Count(c => c.IsRefused));

    /// <summary>The cases that came out otherwise than expected.</summary>
    public int Failed => Cases - Passed - Refused;

    /// <summary>The branches that were covered, of all policies with tests.</summary>
    public int Covered => Policies.Sum(p => p.Coverage.Covered);

    /// <summary>All branches of the policies with tests.</summary>
    public int Branches => Policies.Sum(p => p.Coverage.Total);

    /// <summary>Why cases could not be run.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. Policies.SelectMany(p => p.Cases).SelectMany(c => c.Diagnostics)];

    /// <summary>The least coverage of a policy, in full percent: a policy without tests has none.</summary>
    public int LeastCoverage =>
        WithoutTests.IsEmpty ? Policies.Select(p => p.Coverage.Percent).DefaultIfEmpty(100).Min() : 0;
}
