using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing;

/// <summary>One finding that a case must have: what is null is not looked at. Immutable.</summary>
/// <param name="Location">Where the expectation stands.</param>
/// <param name="Outcome">The verdict.</param>
internal sealed record TestExpectation(Location Location, Outcome Outcome)
{
    /// <summary>The resource's name: a user's, <c>&lt;root_account&gt;</c>, an account's id, or <c>*</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>The reason code.</summary>
    public string? Reason { get; init; }

    /// <summary>The sentence for people, exactly.</summary>
    public string? Message { get; init; }

    /// <summary>The reason codes of all violations, in order.</summary>
    public ImmutableArray<string>? Violations { get; init; }

    /// <summary>The fields that decided, in the order read.</summary>
    public ImmutableArray<string>? Evidence { get; init; }

    /// <summary>The fields that were missing, in order.</summary>
    public ImmutableArray<string>? Missing { get; init; }
}
