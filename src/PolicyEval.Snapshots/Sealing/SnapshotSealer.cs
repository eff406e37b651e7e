using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Seals a composed snapshot: looks for secrets, makes the manifests, signs, and writes all of it or nothing.
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
        var diagnostics = new SnapshotDiagnosticBag(SnapshotLimits.Default.Diagnostics);
        ReportSecrets(snapshot, document, diagnostics);
        foreach (var account in snapshot.OtherAccounts)
        {
            diagnostics.Report(
                SealingDescriptors.OtherAccount, BagLayout.Document, account, snapshot.Document.Account);
        }

        if (diagnostics.Errors > 0)
            return new BagWriteResult(target, "", IsWritten: false, diagnostics.ToImmutable());

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

    /// <summary>
    /// The report is AWS's, byte for byte, and holds no secrets; a user who is called like an access key id is a
    /// warning in the document.
    /// </summary>
    private static void ReportSecrets(
        ComposedSnapshot snapshot, byte[] document, SnapshotDiagnosticBag diagnostics)
    {
        foreach (var file in snapshot.Payload.Append(new BagFile(BagLayout.Document, document)))
        {
            if (file.Path == BagLayout.Data + EvidenceFiles.CredentialReport)
                continue;
            foreach (var hit in SecretScan.Scan(file.Path, file.Bytes))
                diagnostics.Report(SealingDescriptors.Secret, hit.Path, (hit.Line, hit.Column), "", hit.What);
        }
    }

    /// <summary>What <c>bag-info.txt</c> says of a snapshot.</summary>
    internal static BagInfo InfoOf(SnapshotDocument document) => new()
    {
        SoftwareAgent = document.Producer,
        Time = document.StartedAt,
        ExternalIdentifier = SnapshotPlace.LabelOf(document),
        ExternalDescription = document.Kind == SnapshotKind.Organization
            ? "The accounts of an AWS organisation"
            : "Identity evidence of an AWS account",
    };
}
