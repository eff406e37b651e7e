using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What a piece of work gave, in order.</summary>
internal sealed class RangeResult
{
    /// <summary>The findings that are wanted, with the index of their policy.</summary>
    public List<(int Policy, Finding Finding)> Findings { get; } = [];

    /// <summary>The findings that are only counted.</summary>
    public List<FindingCount> Counts { get; } = [];

    /// <summary>The diagnostics.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];
}
