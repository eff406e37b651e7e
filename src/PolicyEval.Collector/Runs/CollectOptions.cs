using System.Collections.Immutable;
using PolicyEval.Collector.Aws;

namespace PolicyEval.Collector.Runs;

/// <summary>What to collect and how. Immutable, and free of contradictions.</summary>
internal sealed record CollectOptions
{
    /// <summary>How to reach AWS.</summary>
    public required AwsOptions Aws { get; init; }

    /// <summary>The folder of all snapshots.</summary>
    public required string Output { get; init; }

    /// <summary>Whether a snapshot is one zip instead of a folder.</summary>
    public bool Zip { get; init; }

    /// <summary>The role to assume in every account; null where only the caller's own account is collected.</summary>
    public string? RoleName { get; init; }

    /// <summary>What the role's trust policy may demand, or null.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The name of the sessions, which CloudTrail shows.</summary>
    public string SessionName { get; init; } = "policyeval-collect";

    /// <summary>The accounts that were named, each once; empty for none.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>Whether AWS is asked for the accounts of the organisation.</summary>
    public bool Organization { get; init; }

    /// <summary>How many accounts are collected at once.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>How long AWS may take for a credential report.</summary>
    public TimeSpan ReportTimeout { get; init; } = TimeSpan.FromSeconds(300);
}
