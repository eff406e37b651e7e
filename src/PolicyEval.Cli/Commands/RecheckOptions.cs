using System.Collections.Immutable;

namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>recheck</c> says.</summary>
internal sealed record RecheckOptions
{
    /// <summary>The report, or a pack.</summary>
    public required string Report { get; init; }

    /// <summary>The snapshots; none for a pack.</summary>
    public required SnapshotInputs Inputs { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required RuleFiles Rules { get; init; }

    /// <summary>Whether every snapshot of a tree is evaluated, and not the newest of each account.</summary>
    public required bool TakesAll { get; init; }

    /// <summary>The file that says which accounts there should be, or null.</summary>
    public required string? ExpectedAccounts { get; init; }

    /// <summary>The report whose failures are known, or null.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The options given that a pack does not take: it holds its own rules.</summary>
    public required ImmutableArray<string> NotOfPacks { get; init; }

    /// <summary>At least 1.</summary>
    public required int Threads { get; init; }
}
