using System.Collections.Immutable;

namespace PolicyEval.Collector.Progress;

/// <summary>What became of an account, or of the organisation's list of accounts. Immutable.</summary>
/// <param name="Account">Its twelve digits, or the word for what else it is.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Detail">Why, in one line; empty where all is well.</param>
internal sealed record AccountOutcome(string Account, AccountOutcomeKind Kind, string Detail)
{
    /// <summary>The account's name in the organisation; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the snapshot is; empty where there is none.</summary>
    public string Path { get; init; } = "";

    /// <summary>The snapshot digest; empty where there is none.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What else a reader should know, a sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Whether calls of the snapshot failed because the caller may not make them.</summary>
    public bool LacksPermission { get; init; }

    /// <summary>Whether there is a snapshot.</summary>
    public bool IsSealed => Kind is AccountOutcomeKind.Complete or AccountOutcomeKind.Incomplete;
}
