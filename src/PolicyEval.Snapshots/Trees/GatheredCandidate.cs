namespace PolicyEval.Snapshots.Trees;

/// <summary>A snapshot that may be read, with what decides over it.</summary>
/// <param name="Found">Where it is.</param>
/// <param name="Account">Its account; empty where there are several or none is known.</param>
/// <param name="Time">When its evidence is of, or null where that is not known.</param>
/// <param name="Digest">The digest, of one that cannot be used as its seal claims it; empty where nothing does.</param>
/// <param name="Opened">The snapshot where it is open already, else null.</param>
internal sealed record GatheredCandidate(
    FoundSnapshot Found, string Account, DateTimeOffset? Time, string Digest, SnapshotResult? Opened)
{
    /// <summary>Whether account and time are told by a seal, so that it need not be opened to choose.</summary>
    public bool IsToldBySeal => Found is { IsCollected: true, StartedAt: not null };

    /// <summary>Whether it was opened and cannot be used.</summary>
    public bool IsUnusable => Opened is { Outline: null };

    /// <summary>One that is not read on.</summary>
    public LeftOutSnapshot LeftOut(LeftOutReason reason, GatheredCandidate other) =>
        new(Found.Place, Account, Time, reason, other.Found.Place);
}
