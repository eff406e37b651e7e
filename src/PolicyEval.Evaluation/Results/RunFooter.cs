using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>What is known after the last finding.</summary>
public sealed record RunFooter
{
    /// <summary>Every control of every framework asked for, in the framework's order.</summary>
    public required ImmutableArray<ControlResult> Controls { get; init; }

    /// <summary>
    /// All diagnostics of the run: of the policies, the snapshots and the options, then those of the evaluation in its
    /// order, each of them once for a place in a policy.
    /// </summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>
    /// The accounts by id, those of an unknown one last: the organisation's roll-up. Empty where the run is about one
    /// account and nobody says which there should be.
    /// </summary>
    public ImmutableArray<AccountResult> Accounts { get; init; } = [];

    /// <summary>Every waiver that the run was given, sorted by name, and what became of it.</summary>
    public ImmutableArray<WaiverResult> Waivers { get; init; } = [];

    /// <summary>The findings by outcome.</summary>
    public required OutcomeCounts Findings { get; init; }

    /// <summary>
    /// Failures that trip the gate: unwaived, at or above the severity asked for, and not known from the baseline.
    /// </summary>
    public required int GateFailures { get; init; }

    /// <summary>Failures that would trip the gate if the baseline did not have them.</summary>
    public int KnownFailures { get; init; }

    /// <summary>The exit code of the run: 0, 1 or 2.</summary>
    public required int ExitCode { get; init; }
}
