using System.Collections.Immutable;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>What a verification may rely on.</summary>
public sealed record VerifyOptions
{
    /// <summary>The keys whose signatures count; a key inside of a snapshot proves nothing.</summary>
    public ImmutableArray<PublicKey> TrustedKeys { get; init; } = [];

    /// <summary>Whether evidence that none of these keys signed cannot be used.</summary>
    public bool RequireSignature { get; init; }

    /// <summary>
    /// Makes who sees the rows of a report that is too large to be held while it is read for the first time, and is
    /// then its <see cref="CredentialReport.Watcher"/>; null for nobody.
    /// </summary>
    public Func<IRowWatcher?>? Watchers { get; init; }

    /// <summary>How much is read.</summary>
    public SnapshotLimits Limits { get; init; } = SnapshotLimits.Default;
}
