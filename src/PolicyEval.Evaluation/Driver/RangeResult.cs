using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What a piece of work gave, in order.</summary>
internal sealed class RangeResult
{
    /// <summary>
    /// The findings that are wanted, with the index of their policy and what is to be said with them.
    /// </summary>
    public List<(int Policy, Finding Finding, ImmutableArray<Diagnostic> Said)> Findings { get; } = [];

    /// <summary>The findings that are only counted.</summary>
    public List<FindingCount> Counts { get; } = [];

    /// <summary>The diagnostics.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];
}
