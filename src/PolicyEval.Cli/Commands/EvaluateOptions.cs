using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>evaluate</c> says.</summary>
internal sealed record EvaluateOptions
{
    /// <summary>The snapshots.</summary>
    public required SnapshotInputs Inputs { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required RuleFiles Rules { get; init; }

    /// <summary>Whether every snapshot of a tree is evaluated, and not the newest of each account.</summary>
    public required bool TakesAll { get; init; }

    /// <summary>The file that says which accounts there should be, or null.</summary>
    public required string? ExpectedAccounts { get; init; }

    /// <summary>The report whose failures are known, or null.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }

    /// <summary>What the user chose of single formats.</summary>
    public required ReportOptions FormatOptions { get; init; }

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>The options that shape the result, but for settings and waivers.</summary>
    public required EvaluationRequest Request { get; init; }
}
