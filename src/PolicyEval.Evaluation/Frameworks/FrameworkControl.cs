using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>A control of a framework.</summary>
public sealed record FrameworkControl
{
    /// <summary>The id: a string, <c>1.10</c> is not <c>1.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The section.</summary>
    public string Section { get; init; } = "";

    /// <summary>The levels (profiles) that hold the control, ascending.</summary>
    public ImmutableArray<int> Levels { get; init; } = [];

    /// <summary>Whether the framework calls it manual.</summary>
    public bool IsManual { get; init; }

    /// <summary>The policies that decide it, with the parameters it sets; empty where none does.</summary>
    public ImmutableArray<ControlPolicy> Policies { get; init; } = [];

    /// <summary>For a control without policies: what evidence is needed, in words.</summary>
    public string Needs { get; init; } = "";

    /// <summary>The command that gets it, or empty.</summary>
    public string Command { get; init; } = "";

    /// <summary>What the policies can make of it.</summary>
    public ControlCoverage Coverage =>
        !Policies.IsEmpty ? ControlCoverage.Decided
        : IsManual ? ControlCoverage.Manual
        : ControlCoverage.NeedsEvidence;
}
