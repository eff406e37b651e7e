using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing;

/// <summary>One case: evidence and options in, findings out. Immutable.</summary>
internal sealed record TestCase
{
    /// <summary>What the case shows; unique in its document.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name stands.</summary>
    public required Location Location { get; init; }

    /// <summary>What is evaluated.</summary>
    public required TestEvidence Evidence { get; init; }

    /// <summary>The instant as <c>--as-of</c> gives it, or null.</summary>
    public string? AsOf { get; init; }

    /// <summary>The parameters as <c>--set</c> gives them.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>The verdict of a control that the policy decides alone, or null.</summary>
    public Outcome? Control { get; init; }

    /// <summary>The findings that must come out, and no others.</summary>
    public required ImmutableArray<TestExpectation> Expected { get; init; }
}
