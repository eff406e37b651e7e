using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>The options that shape a result; thread count and output files are not among them.</summary>
/// <param name="Frameworks">The frameworks asked for.</param>
/// <param name="Policies">The policies asked for by name; empty for all.</param>
/// <param name="AsOf">The instant given by the user, RFC 3339 UTC, or null for the evidence's own time.</param>
/// <param name="Sets">The parameters given by the user, as <c>policy.param=value</c>, in the order given.</param>
/// <param name="FailOn">The least severity that trips the gate, or null for any.</param>
/// <param name="Strict">Whether missing evidence wins over failures in the exit code.</param>
public sealed record RunOptions(
    ImmutableArray<string> Frameworks,
    ImmutableArray<string> Policies,
    string? AsOf,
    ImmutableArray<string> Sets,
    Severity? FailOn,
    bool Strict)
{
    /// <summary>Whether waivers are listed and none is applied.</summary>
    public bool IgnoreWaivers { get; init; }

    /// <summary>How old the evidence may be, or null for any age.</summary>
    public Freshness? Freshness { get; init; }
}
