using PolicyEval.Collector.Accounts;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Collector.Runs;

/// <summary>Seals on disk, under the folder of all snapshots, and links each snapshot to the one before it.</summary>
/// <param name="output">The folder of all snapshots.</param>
/// <param name="form">A folder or a zip each.</param>
/// <param name="key">Who signs, or null.</param>
internal sealed class EvidenceSealer(string output, BagForm form, SigningKey? key)
{
    // A key is made for one thread at a time.
    private readonly Lock _signing = new();

    /// <summary>Seals it, whole or not at all.</summary>
    public SealedEvidence Seal(CollectedEvidence evidence, CancellationToken cancellation)
    {
        var folder = Path.Combine(output, SnapshotPlace.FolderOf(evidence.Kind, evidence.Account));
        var facts = new SnapshotFacts
        {
            Kind = evidence.Kind,
            Account = evidence.Account,
            Partition = evidence.Partition,
            Producer = ToolVersion.Producer,
            StartedAt = evidence.StartedAt,
            EndedAt = evidence.EndedAt,
            Plan = evidence.Plan,
            Previous = PreviousSnapshots.Newest(
                folder, evidence.Kind, evidence.Account, evidence.StartedAt, cancellation),
        };
        var composed = SnapshotComposer.Compose(
            facts, evidence.Records, path => evidence.Pages[path], limits: null, cancellation);
        var target = SnapshotPlace.TargetOf(output, facts, form);
        var written = Write(composed, target, cancellation);
        return written.IsWritten
            ? new SealedEvidence(target, written.Digest, composed.Document, "")
            : new SealedEvidence(target, "", null, RefusalText.Of(written.Diagnostics));
    }

    private BagWriteResult Write(ComposedSnapshot composed, string target, CancellationToken cancellation)
    {
        var options = new SealOptions { Form = form, Key = key };
        if (key is null)
            return SnapshotSealer.Seal(composed, target, options, cancellation);
        lock (_signing)
            return SnapshotSealer.Seal(composed, target, options, cancellation);
    }

}
