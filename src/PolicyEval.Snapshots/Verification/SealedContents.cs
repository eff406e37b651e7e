using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>
/// A sealed snapshot that was read and checked; what is wrong with it is among the diagnostics. Immutable.
/// </summary>
/// <param name="Digest">The digest; empty where it has none.</param>
/// <param name="Document">What it says, composed again from the evidence; null where that was not possible.</param>
/// <param name="Checks">The checks, in their order.</param>
/// <param name="Signatures">Who signed.</param>
/// <param name="Evidence">What an evaluation reads, by its names without <c>data/</c>, sorted.</param>
internal sealed record SealedContents(
    string Digest,
    SnapshotDocument? Document,
    ImmutableArray<VerificationCheck> Checks,
    ImmutableArray<SignatureState> Signatures,
    ImmutableArray<Source> Evidence)
{
    /// <summary>The values of that evidence, by its names, where they were read already.</summary>
    public IReadOnlyDictionary<string, JsonText> Parsed { get; init; } = ImmutableDictionary<string, JsonText>.Empty;
}
