using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>evaluate</c> says.</summary>
internal sealed record EvaluateOptions
{
    /// <summary>The snapshots.</summary>
    public required SnapshotInputs Inputs { get; init; }

    /// <summary>The user's folder of policies, or null.</summary>
    public required string? PolicyFolder { get; init; }

    /// <summary>The file of settings that the user names, or null.</summary>
    public required string? Settings { get; init; }

    /// <summary>Files and folders with waivers.</summary>
    public required ImmutableArray<string> Waivers { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>The options that shape the result, but for settings and waivers.</summary>
    public required EvaluationRequest Request { get; init; }
}
