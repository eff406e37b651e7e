using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Bags;

/// <summary>What a bag is to hold, before its manifests are made.</summary>
public sealed class BagContent
{
    private static readonly byte[] DeclarationBytes = BagLayout.DeclarationBytes.ToArray();

    /// <summary>What it is.</summary>
    public BagKind Kind { get; init; } = BagKind.Snapshot;

    /// <summary>The files under <c>data/</c>, in any order; at least one.</summary>
    public required ImmutableArray<BagFile> Payload { get; init; }

    /// <summary>The bytes of <c>snapshot.json</c>, of a pack those of <c>pack.json</c>.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The bytes of <c>VERIFY.txt</c>.</summary>
    public required ReadOnlyMemory<byte> Instructions { get; init; }

    /// <summary>The bytes of <c>bag-info.txt</c>, as <see cref="BagInfo.Write"/> gives them.</summary>
    public required ReadOnlyMemory<byte> Info { get; init; }

    /// <summary>
    /// Makes both manifests and with them the digest. Pure: the same content gives the same bytes, and nothing is
    /// written, so that a caller can sign first.
    /// </summary>
    /// <exception cref="ArgumentException">A path is not allowed, not under <c>data/</c>, or there twice.</exception>
    public SealedBag Seal()
    {
        if (Payload.IsDefaultOrEmpty)
            throw new ArgumentException("A bag without payload proves nothing.");
        if (Payload.FirstOrDefault(file => !BagLayout.IsPayload(file.Path)) is { } alien)
            throw new ArgumentException($"'{alien.Path}' is not under {BagLayout.Data}.");
        BagFile[] tags =
        [
            new(BagLayout.Instructions, Instructions),
            new(BagLayout.Info, Info),
            new(BagLayout.Declaration, DeclarationBytes),
            new(BagLayout.Manifest, ManifestOf(Payload)),
            new(BagLayout.DocumentOf(Kind), Document),
        ];
        var tagManifest = new BagFile(BagLayout.TagManifest, ManifestOf(tags));
        return new SealedBag([.. Payload, .. tags, tagManifest], tagManifest.Bytes);
    }

    private static byte[] ManifestOf(IEnumerable<BagFile> files) => ManifestFile.Write(files.Select(
        file => new ManifestEntry(Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)), file.Path)));
}
