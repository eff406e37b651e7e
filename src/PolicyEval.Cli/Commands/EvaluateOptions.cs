using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Commands;

/// <summary>What a command line says that judges a whole run.</summary>
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

    /// <summary>The reports; none for a command that writes others.</summary>
    public ImmutableArray<ReportTarget> Reports { get; init; } = [];

    /// <summary>What the user chose of single formats.</summary>
    public ReportOptions FormatOptions { get; init; } = new();

    /// <summary>The files that shape the result and are neither snapshots nor rules.</summary>
    public ImmutableArray<string> OtherFiles => [.. new[] { Baseline, ExpectedAccounts }.OfType<string>()];

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>The options that shape the result, but for settings and waivers.</summary>
    public required EvaluationRequest Request { get; init; }
}
