using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>What one policy says of one resource, with its proof.</summary>
public sealed record Finding
{
    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's title.</summary>
    public required string Title { get; init; }

    /// <summary>The controls that it serves, as <c>framework/id</c>, in the order of the frameworks.</summary>
    public ImmutableArray<string> Controls { get; init; } = [];

    /// <summary>The digest of the snapshot that holds the evidence.</summary>
    public required string Snapshot { get; init; }

    /// <summary>What it is about.</summary>
    public required ResourceReference Resource { get; init; }

    /// <summary>The verdict.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The reason code: of the first violation, or of the outcome; empty for a plain pass.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The sentence for people: of the first violation, or what passed, or what is missing.</summary>
    public string Message { get; init; } = "";

    /// <summary>All validations that did not hold.</summary>
    public ImmutableArray<Violation> Violations { get; init; } = [];

    /// <summary>How much a failure weighs: as the policy or settings say.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The parameters that it was judged with.</summary>
    public ImmutableArray<ParamReference> Params { get; init; } = [];

    /// <summary>
    /// The first 32 hexadecimal digits of sha256("policyeval/1\0" policy "\0" account "\0" resource type "\0" ARN or
    /// id): the same for every snapshot of the same account, whatever the row's place and whatever the dates.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>The waiver that covers a failure, or null.</summary>
    public WaiverReference? Waiver { get; init; }

    /// <summary>What the baseline says of a failure; null without a baseline, and for what is no failure.</summary>
    public BaselineState? Baseline { get; init; }

    /// <summary>The cells that decided, in the order read, none twice.</summary>
    public ImmutableArray<EvidenceCell> Evidence { get; init; } = [];

    /// <summary>What was missing, for <see cref="Outcome.Incomplete"/> and <see cref="Outcome.NotAssessed"/>.</summary>
    public ImmutableArray<MissingEvidence> Missing { get; init; } = [];

    /// <summary>
    /// How the rules that decided came to their values: of the first failures, errors and incomplete findings of each
    /// policy, where the run was asked for it (<see cref="EvaluationRequest.TracesMax"/>); else empty.
    /// </summary>
    public ImmutableArray<RuleTrace> Trace { get; init; } = [];

    /// <summary>Whether it is about all resources of a type and shows that there are none.</summary>
    public bool ShowsNone => Resource.Id == ResourceReference.Unlisted && Outcome == Outcome.NotApplicable;

    /// <summary>Whether it is a failure that no waiver covers, and that weighs enough to count at the gate.</summary>
    /// <param name="failOn">The least severity that does, or null for any.</param>
    public bool IsOpenFailure(Severity? failOn) =>
        Outcome == Outcome.Fail && Waiver is null && !(Severity < failOn);
}
