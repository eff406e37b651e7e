using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>What the run says of one control of one framework.</summary>
public sealed record ControlResult
{
    /// <summary>The framework's name, such as <c>cis_v130</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>The control's id: a string, <c>1.10</c> is not <c>1.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The control's title.</summary>
    public required string Title { get; init; }

    /// <summary>The section of the framework.</summary>
    public required string Section { get; init; }

    /// <summary>The levels (profiles) that hold the control, ascending.</summary>
    public required ImmutableArray<int> Levels { get; init; }

    /// <summary><c>automated</c> or <c>manual</c>, as the framework calls it.</summary>
    public required string Assessment { get; init; }

    /// <summary>
    /// The roll-up: one fail decides, else one error, else one incomplete, else one not assessed, else one pass.
    /// An account that lacks evidence is one incomplete.
    /// </summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The resources by outcome.</summary>
    public required OutcomeCounts Counts { get; init; }

    /// <summary>What it says of the accounts; null without a roll-up of accounts, or without a policy.</summary>
    public AccountCounts? Accounts { get; init; }

    /// <summary>The policies that serve the control.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The highest severity of its policies; null where no policy serves it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// For <see cref="Outcome.Manual"/> and <see cref="Outcome.NotAssessed"/>: what is needed, in words.
    /// </summary>
    public string Needs { get; init; } = "";

    /// <summary>The command that gets it, or empty.</summary>
    public string Command { get; init; } = "";
}
