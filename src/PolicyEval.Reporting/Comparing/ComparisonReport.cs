using PolicyEval.Evaluation.Comparison;

namespace PolicyEval.Reporting.Comparing;

/// <summary>A comparison with what its reports name besides.</summary>
public sealed record ComparisonReport
{
    /// <summary>The version of the program that compares.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>What was named as the old one.</summary>
    public required ComparedInput Old { get; init; }

    /// <summary>What was named as the new one.</summary>
    public required ComparedInput New { get; init; }

    /// <summary>What differs.</summary>
    public required ResultComparison Comparison { get; init; }

    /// <summary>Whether new failures were to count.</summary>
    public required bool FailsOnNew { get; init; }

    /// <summary>0 where they do not count, else what the gate says.</summary>
    public int ExitCode => FailsOnNew ? Comparison.GateExitCode : 0;
}
