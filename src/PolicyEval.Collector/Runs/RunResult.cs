using System.Collections.Immutable;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Collector.Progress;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Runs;

/// <summary>What came of a run. Immutable.</summary>
internal sealed record RunResult
{
    /// <summary>The organisation's list of accounts, or null where it was not asked for.</summary>
    public AccountOutcome? Organization { get; init; }

    /// <summary>The accounts, in the order in which they were given or listed.</summary>
    public required ImmutableArray<AccountOutcome> Accounts { get; init; }

    /// <summary>Accounts of the organisation that are not active, and so were not collected.</summary>
    public ImmutableArray<OrganizationAccount> Inactive { get; init; } = [];

    /// <summary>What to tell about the run besides what became of each account.</summary>
    public ImmutableArray<CollectDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the run was cancelled.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Everything that was sealed, the organisation first.</summary>
    public IEnumerable<AccountOutcome> Sealed => All.Where(outcome => outcome.IsSealed);

    /// <summary>Whatever was to be sealed, the organisation first.</summary>
    public IEnumerable<AccountOutcome> All =>
        Organization is null ? Accounts : Accounts.Prepend(Organization);

    /// <summary>The exit code: part of the program's contract.</summary>
    public int ExitCode =>
        IsCancelled ? ExitCodes.Cancelled
        : !Accounts.Any(outcome => outcome.IsSealed) ? ExitCodes.Nothing
        : All.All(outcome => outcome.Kind == AccountOutcomeKind.Complete) ? ExitCodes.Complete
        : ExitCodes.Incomplete;
}
