using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>What the run says of one account.</summary>
public sealed record AccountResult
{
    /// <summary>Twelve digits; empty where the evidence does not tell them.</summary>
    public required string Id { get; init; }

    /// <summary>Its alias, or the name that the population has for it; empty where there is neither.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the population says of it.</summary>
    public required AccountMembership Membership { get; init; }

    /// <summary>What there is of it.</summary>
    public required AccountEvidence Evidence { get; init; }

    /// <summary>What people read of its snapshots, those that cannot be used too, in the order of the run.</summary>
    public ImmutableArray<string> Snapshots { get; init; } = [];

    /// <summary>Its findings by outcome.</summary>
    public required OutcomeCounts Findings { get; init; }

    /// <summary>
    /// What each control that a policy serves says of it, in the order of <see cref="RunFooter.Controls"/>; empty where
    /// there is no evidence.
    /// </summary>
    public ImmutableArray<AccountVerdict> Controls { get; init; } = [];

    /// <summary>Whether there is evidence that was evaluated.</summary>
    public bool IsEvaluated => Evidence is AccountEvidence.Given or AccountEvidence.Partial;

    /// <summary>Whether evidence of it is missing that should be there.</summary>
    public bool IsGap => !IsEvaluated && Membership != AccountMembership.Inactive;

    /// <summary>Whether it belongs to those that the run should be about.</summary>
    public bool IsInPopulation => Membership is AccountMembership.Unknown or AccountMembership.Expected;
}
