using System.Collections.Immutable;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A run that is ready: every name resolved, every policy compiled. Immutable.</summary>
public sealed class EvaluationPlan
{
    internal EvaluationPlan(
        RunHeader header,
        ImmutableArray<PlannedSnapshot> snapshots,
        ImmutableArray<PlannedPolicy> policies,
        ImmutableArray<PlannedControl> controls,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Header = header;
        Snapshots = snapshots;
        Policies = policies;
        Controls = controls;
        Diagnostics = diagnostics;
    }

    /// <summary>The inputs of the run.</summary>
    public RunHeader Header { get; }

    internal ImmutableArray<PlannedSnapshot> Snapshots { get; }

    internal ImmutableArray<PlannedPolicy> Policies { get; }

    internal ImmutableArray<PlannedControl> Controls { get; }

    internal ImmutableArray<Waiver> Waivers { get; init; } = [];

    internal Baseline? Baseline { get; init; }

    internal AccountRoster Roster { get; init; } = AccountRoster.None;

    /// <summary>Of how many findings of each policy the result says how they came about.</summary>
    internal int TracesMax { get; init; }

    /// <summary>Whether a snapshot cannot be used.</summary>
    internal bool HasUnusable { get; init; }

    internal ImmutableArray<Diagnostic> Diagnostics { get; }
}
