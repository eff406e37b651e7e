using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>What differs between two results. It does not depend on the order of rows, files or accounts.</summary>
public sealed record ResultComparison
{
    /// <summary>The old result.</summary>
    public required ComparedResult Old { get; init; }

    /// <summary>The new result.</summary>
    public required ComparedResult New { get; init; }

    /// <summary>What shaped the results and differs; where it is empty, like is compared with like.</summary>
    public required ImmutableArray<InputChange> Inputs { get; init; }

    /// <summary>Accounts that only one of them has evidence of, by id.</summary>
    public required ImmutableArray<AccountChange> Accounts { get; init; }

    /// <summary>Whether there is an account of which both have evidence, or one of them has none at all.</summary>
    public bool HasCommonAccount { get; init; } = true;

    /// <summary>Accounts of which the old side is the later one, by id: the two may be exchanged.</summary>
    public ImmutableArray<ReversedAccount> Reversed { get; init; } = [];

    /// <summary>
    /// Controls whose roll-up differs: those of the new result in its order, then those it does not have.
    /// </summary>
    public required ImmutableArray<ControlChange> Controls { get; init; }

    /// <summary>Resources that only one of them has, by account, type and name.</summary>
    public required ImmutableArray<ResourceChange> Resources { get; init; }

    /// <summary>Every verdict, by kind, account, policy, type and name of the resource.</summary>
    public required ImmutableArray<FindingChange> Findings { get; init; }

    /// <summary>How many became what.</summary>
    public required ComparisonCounts Counts { get; init; }

    /// <summary>
    /// What a gate against new failures says: 1 where there is one without a waiver; else 2 where something is newly
    /// undecided or out of sight, for missing evidence never passes; else 0.
    /// </summary>
    public int GateExitCode => Counts.NewAtGate > 0 ? 1 : Counts.NewlyUndecided > 0 ? 2 : 0;
}
