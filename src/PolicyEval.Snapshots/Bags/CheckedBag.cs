using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>What checking a bag gave.</summary>
internal sealed class CheckedBag(
    Bag bag,
    SnapshotDiagnosticBag diagnostics,
    ReadOnlyMemory<byte> tagManifest,
    string digest,
    bool isIntact,
    ImmutableArray<CheckedFile> payload,
    IReadOnlyDictionary<string, string> listed,
    IReadOnlyDictionary<string, Source> held)
{
    /// <summary>The files, signatures and damaged ones too.</summary>
    public Bag Bag { get; } = bag;

    /// <summary>The bytes of <c>tagmanifest-sha256.txt</c>, which signatures sign; empty where there is none.</summary>
    public ReadOnlyMemory<byte> TagManifest { get; } = tagManifest;

    /// <summary>The snapshot digest, of a damaged bag too: what it claims to be; empty where it has none.</summary>
    public string Digest { get; } = digest;

    /// <summary>Whether nothing was found: every file is there, listed and unchanged, and no other one is.</summary>
    public bool IsIntact { get; } = isIntact;

    /// <summary>The files under <c>data/</c> that are as the manifest lists them, sorted by path.</summary>
    public ImmutableArray<CheckedFile> Payload { get; } = payload;

    /// <summary>A file whose bytes are held as they were hashed, or null; see <see cref="Read"/>.</summary>
    public Source? Held(string path) => held.GetValueOrDefault(path);

    /// <summary>
    /// The bytes of a file that were hashed, or those that are there now, which are hashed again: nothing is used which
    /// the digest does not cover, even if somebody changes files meanwhile. Null after a diagnostic.
    /// </summary>
    /// <param name="path">Of the payload or a tag file; signatures are read from <see cref="Bag"/>.</param>
    public Source? Read(string path)
    {
        if ((Held(path) ?? Bag.Read(path)) is not { } source)
            return null;
        var sha256 = source.Sha256();
        var expected = listed.GetValueOrDefault(path, "");
        if (sha256 == expected)
            return source;
        diagnostics.Report(BagDescriptors.FileChanged, path, sha256, BagLayout.ManifestOf(path), expected);
        return null;
    }
}
