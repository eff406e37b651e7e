using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Seals a composed snapshot: makes the manifests, signs, and writes all of it or nothing.
/// </summary>
public static class SnapshotSealer
{
    /// <summary>Writes the snapshot to a path where nothing is yet. What goes wrong is a diagnostic.</summary>
    /// <param name="snapshot">What to seal.</param>
    /// <param name="target">The folder or zip to make; see <see cref="SnapshotPlace.TargetOf"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the writing; what was written is removed.</param>
    public static BagWriteResult Seal(
        ComposedSnapshot snapshot, string target, SealOptions options, CancellationToken cancellationToken = default)
    {
        var document = DocumentWriter.Write(snapshot.Document);
        var bag = new BagContent
        {
            Payload = snapshot.Payload,
            Document = document,
            Instructions = Encoding.UTF8.GetBytes(
                VerifyInstructions.Text(snapshot.Document.Origin == SnapshotOrigin.Collected)),
            Info = InfoOf(snapshot.Document).Write(snapshot.Payload),
        }.Seal();
        if (options.Key is { } key)
            bag = bag.With(SnapshotSignature.Sign(bag.TagManifest, key));
        return BagWriter.Write(bag, target, options.Form, cancellationToken);
    }

    private static BagInfo InfoOf(SnapshotDocument document) => new()
    {
        SoftwareAgent = document.Producer,
        Time = document.StartedAt,
        ExternalIdentifier =
            $"{SnapshotPlace.FolderOf(document.Kind, document.Account)}/{SnapshotPlace.NameOf(document.StartedAt)}",
        ExternalDescription = document.Kind == SnapshotKind.Organization
            ? "The accounts of an AWS organisation"
            : "Identity evidence of an AWS account",
    };
}
