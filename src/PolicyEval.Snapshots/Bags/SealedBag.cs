using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Bags;

/// <summary>A bag with its manifests, ready to be signed and written. Immutable.</summary>
public sealed class SealedBag
{
    /// <summary>Checks the names of all files together.</summary>
    /// <exception cref="ArgumentException">A path is not allowed or there twice.</exception>
    internal SealedBag(ImmutableArray<BagFile> files, ReadOnlyMemory<byte> tagManifest)
    {
        var names = new BagNames();
        foreach (var file in files)
        {
            if (BagPath.ProblemOf(file.Path) is { } problem)
                throw new ArgumentException($"'{file.Path}' cannot be in a bag: {problem}.", nameof(files));
            if (names.Add(file.Path) is { } other)
                throw new ArgumentException($"'{file.Path}' collides with '{other}'.", nameof(files));
        }

        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        TagManifest = tagManifest;
        Digest = Convert.ToHexStringLower(SHA256.HashData(tagManifest.Span));
    }

    /// <summary>Every file, manifests and signatures too, sorted by path (ordinal).</summary>
    public ImmutableArray<BagFile> Files { get; }

    /// <summary>The bytes of <c>tagmanifest-sha256.txt</c>: what a signature signs.</summary>
    public ReadOnlyMemory<byte> TagManifest { get; }

    /// <summary>The snapshot digest: the sha256 of <see cref="TagManifest"/>, 64 lower-case digits.</summary>
    public string Digest { get; }

    /// <summary>The same bag with files under <c>signatures/</c> added; the digest stays.</summary>
    /// <exception cref="ArgumentException">
    /// A path is not under <c>signatures/</c>, not allowed, or there twice.
    /// </exception>
    public SealedBag With(IEnumerable<BagFile> signatures)
    {
        var added = signatures.ToImmutableArray();
        if (added.FirstOrDefault(file => !BagLayout.IsSignature(file.Path)) is { } alien)
            throw new ArgumentException($"'{alien.Path}' is not under {BagLayout.Signatures}.", nameof(signatures));
        return new SealedBag([.. Files, .. added], TagManifest);
    }
}
