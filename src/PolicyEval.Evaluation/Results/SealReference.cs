using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>What a sealed snapshot says of itself, as reports name it.</summary>
public sealed record SealReference
{
    /// <summary>
    /// Whether the collector asked AWS; else somebody gathered the evidence by hand and vouches for it.
    /// </summary>
    public required bool IsCollected { get; init; }

    /// <summary>When collecting began, or when the assertion was made; RFC 3339 UTC, to the second.</summary>
    public required string At { get; init; }

    /// <summary>Who vouches for evidence by hand, in their words; empty where the collector asked AWS.</summary>
    public string AssertedBy { get; init; } = "";

    /// <summary>
    /// Whether every call of the plan was answered; evidence by hand has no plan, and reports do not say.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Its valid signatures, sorted by key id; empty where nobody signed.</summary>
    public ImmutableArray<SignatureReference> Signatures { get; init; } = [];

    /// <summary>Who asked AWS: the ARN of the collector's credentials; empty where it is not known.</summary>
    public string Caller { get; init; } = "";
}
