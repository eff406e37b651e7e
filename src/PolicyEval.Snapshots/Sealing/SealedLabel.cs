using System.Security.Cryptography;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// What a sealed snapshot says of itself, read from its tag files alone: enough to find its place in a chain, and no
/// verification.
/// </summary>
/// <param name="Digest">The snapshot digest.</param>
/// <param name="Facts">What the document says.</param>
internal sealed record SealedLabel(string Digest, SnapshotFacts Facts)
{
    /// <summary>
    /// Reads the label; null after a diagnostic, also where the document is not the one that is sealed.
    /// </summary>
    public static SealedLabel? Read(
        string path, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var bag = BagReader.Open(path, limits, diagnostics, BagPart.TagFiles, cancellationToken);
        if (bag is { Kind: BagKind.Pack })
        {
            diagnostics.Report(PackDescriptors.NotASnapshot, bag.Name);
            return null;
        }

        if (bag?.Read(BagLayout.TagManifest) is not { } tagManifest || bag.Read(BagLayout.Document) is not { } document)
            return null;
        var listed = ManifestFile.Read(tagManifest, limits, diagnostics, _ => null)
            .Where(entry => entry.Path == BagLayout.Document).Select(entry => entry.Sha256).FirstOrDefault("");
        if (listed != document.Sha256())
        {
            diagnostics.Report(
                BagDescriptors.FileChanged, BagLayout.Document, document.Sha256(), BagLayout.TagManifest, listed);
            return null;
        }

        return new DocumentReader(document, limits, diagnostics).Read() is { } facts
            ? new SealedLabel(Convert.ToHexStringLower(SHA256.HashData(tagManifest.Bytes)), facts)
            : null;
    }
}
