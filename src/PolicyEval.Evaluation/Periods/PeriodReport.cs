using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Periods;

/// <summary>What the snapshots of a period say together.</summary>
public sealed record PeriodReport
{
    /// <summary>The first instant of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant behind it.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The first day of the period, in UTC.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The inputs of the runs over its snapshots, all of which were judged by the same rules.</summary>
    public required RunHeader Rules { get; init; }

    /// <summary>The snapshots that were evaluated, by account and instant: names, digests and instants.</summary>
    public required ImmutableArray<SnapshotReference> Snapshots { get; init; }

    /// <summary>The days of every account, by account.</summary>
    public required ImmutableArray<AccountCoverage> Accounts { get; init; }

    /// <summary>What could not be used or is incomplete, by account, time and path.</summary>
    public required ImmutableArray<FailedSnapshot> Failed { get; init; }

    /// <summary>Every failure, the open ones first, by account, policy, resource and time.</summary>
    public required ImmutableArray<FailureEpisode> Episodes { get; init; }

    /// <summary>0 where there is complete evidence of every account and day, else 2.</summary>
    public int ExitCode => Failed.IsEmpty && Accounts.All(account => account.IsWhole) ? 0 : 2;
}
