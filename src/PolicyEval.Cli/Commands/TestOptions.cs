using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation.Testing;

namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>test</c> says.</summary>
internal sealed record TestOptions
{
    /// <summary>The user's folder of policies and tests, or null for the bundled ones.</summary>
    public required string? Folder { get; init; }

    /// <summary>Which of the tests.</summary>
    public required PolicyTestFilter Filter { get; init; }

    /// <summary>Whether every branch that no case takes is shown.</summary>
    public required bool ShowsCoverage { get; init; }

    /// <summary>The coverage in percent that every policy must reach, or null.</summary>
    public required int? LeastCoverage { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }
}
