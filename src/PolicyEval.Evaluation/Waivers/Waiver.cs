using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>A waiver as its document says it. Immutable.</summary>
internal sealed record Waiver
{
    /// <summary>The name: unique among the waivers of a run.</summary>
    public required string Name { get; init; }

    /// <summary>Which findings it is about.</summary>
    public required WaiverTarget Target { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Who asked for it; empty where nobody but the owner did.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Who approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>When, as it is written.</summary>
    public required string ApprovedOn { get; init; }

    /// <summary>Why.</summary>
    public required string Justification { get; init; }

    /// <summary>Where the decision can be looked up.</summary>
    public required string Ticket { get; init; }

    /// <summary>The first instant at which it holds.</summary>
    public required DateTimeOffset EffectiveFrom { get; init; }

    /// <summary>The first instant at which it holds no more.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The file that holds the document.</summary>
    public required PolicyFile File { get; init; }

    /// <summary>Where the name stands.</summary>
    public required Location Location { get; init; }

    /// <summary>Whether it holds at an instant; at an unknown one it does not.</summary>
    public bool HoldsAt(DateTimeOffset? asOf) => EffectiveFrom <= asOf && asOf < Expires;

    /// <summary>As a finding names it.</summary>
    public WaiverReference ToReference() => new(Name, Owner, Justification, Instants.ToText(Expires));
}
