using System.Collections.Immutable;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>A sealed snapshot that was read and checked; what is wrong with it is among the diagnostics.</summary>
internal sealed class SealedContents
{
    /// <summary>The digest; empty where it has none.</summary>
    public string Digest { get; set; } = "";

    /// <summary>What it says, composed again from the evidence; null where that was not possible.</summary>
    public SnapshotDocument? Document { get; set; }

    /// <summary>The checks, in their order.</summary>
    public List<VerificationCheck> Checks { get; } = [];

    /// <summary>Who signed.</summary>
    public ImmutableArray<SignatureState> Signatures { get; set; } = [];

    /// <summary>The evidence that an evaluation reads, by its names without <c>data/</c>, sorted.</summary>
    public ImmutableArray<Source> Evidence { get; set; } = [];
}
