using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>A waiver that a run was given, and what became of it.</summary>
public sealed record WaiverResult
{
    /// <summary>How long before its end a waiver is listed as one that expires soon.</summary>
    public static readonly TimeSpan SoonSpan = TimeSpan.FromDays(30);

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The file that holds it, as the user gave it.</summary>
    public required string File { get; init; }

    /// <summary>The line of its name there, 1-based.</summary>
    public required int Line { get; init; }

    /// <summary>Names of policies or patterns; where a list here is empty, the fingerprints decide.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>Ids of accounts or patterns.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>Ids or ARNs of resources, or patterns.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>Controls as <c>framework/id</c>, or patterns; empty for any.</summary>
    public ImmutableArray<string> Controls { get; init; } = [];

    /// <summary>Fingerprints of findings; empty for any.</summary>
    public ImmutableArray<string> Fingerprints { get; init; } = [];

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Who asked for it; empty where nobody but the owner did.</summary>
    public string RequestedBy { get; init; } = "";

    /// <summary>Who approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>When: a date or RFC 3339, as it is written.</summary>
    public required string ApprovedOn { get; init; }

    /// <summary>Why.</summary>
    public required string Justification { get; init; }

    /// <summary>Where the decision can be looked up.</summary>
    public required string Ticket { get; init; }

    /// <summary>The first instant at which it holds, RFC 3339 UTC.</summary>
    public required string EffectiveFrom { get; init; }

    /// <summary>The first instant at which it holds no more, RFC 3339 UTC.</summary>
    public required string Expires { get; init; }

    /// <summary>What the time says.</summary>
    public required WaiverState State { get; init; }

    /// <summary>
    /// Whole days from the latest instant at which it holds to its end; null where it does not hold.
    /// </summary>
    public int? DaysLeft { get; init; }

    /// <summary>Whether it holds and expires within <see cref="SoonSpan"/>.</summary>
    public bool ExpiresSoon { get; init; }

    /// <summary>
    /// Whether this run is about any of its policies, controls and accounts. A waiver of others is neither unused nor
    /// missed.
    /// </summary>
    public bool IsInScope { get; init; }

    /// <summary>The failures that it is about, whether or not it holds.</summary>
    public int Matched { get; init; }

    /// <summary>
    /// The failures that it covers: where several waivers cover one, it is the one that expires last, and of those the
    /// first by name.
    /// </summary>
    public int Waived { get; init; }

    /// <summary>Whether it holds and there is no failure for it.</summary>
    public bool IsUnused { get; init; }
}
