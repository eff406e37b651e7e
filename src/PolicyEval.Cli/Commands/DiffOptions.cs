using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>diff</c> says.</summary>
internal sealed record DiffOptions
{
    /// <summary>What was before.</summary>
    public required string Old { get; init; }

    /// <summary>What is now.</summary>
    public required string New { get; init; }

    /// <summary>Both as snapshots.</summary>
    public required SnapshotInputs Inputs { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required RuleFiles Rules { get; init; }

    /// <summary>The options about rules that were given, by name: reports were judged already.</summary>
    public required ImmutableArray<string> GivenRules { get; init; }

    /// <summary>By which rules snapshots are judged.</summary>
    public required EvaluationRequest Request { get; init; }

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether new failures give an exit code.</summary>
    public required bool FailsOnNew { get; init; }

    /// <summary>The reports, at least one.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }
}
