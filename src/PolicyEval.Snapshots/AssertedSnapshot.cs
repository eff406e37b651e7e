using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots;

/// <summary>
/// Seals evidence that was gathered by hand and marks it so: the hashes hold, the origin is somebody's word.
/// </summary>
public static class AssertedSnapshot
{
    /// <summary>
    /// Reads the evidence as an evaluation would, and seals exactly the files that were read. What cannot be read is
    /// refused; nothing is written then.
    /// </summary>
    /// <param name="path">A credential report (CSV or JSON) or a folder of the AWS CLI's outputs.</param>
    /// <param name="assertion">Who vouches for it, and when.</param>
    /// <param name="producer">The program, such as <c>policyeval 0.1.0</c>.</param>
    /// <param name="output">The folder below which the snapshot gets its place (<see cref="SnapshotPlace"/>).</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled while the evidence was read.</exception>
    public static BagWriteResult Seal(
        string path,
        SnapshotAssertion assertion,
        string producer,
        string output,
        SealOptions options,
        CancellationToken cancellationToken = default)
    {
        var limits = SnapshotLimits.Default;
        var reader = new SnapshotReader(limits, cancellationToken) { HoldsAll = true };
        var read = reader.Open(path, trusted: []);
        if (read.Snapshot is not { } snapshot)
            return new BagWriteResult(path, "", IsWritten: false, read.Diagnostics);
        var diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
        Check(snapshot, assertion, reader.Evidence, diagnostics);
        if (diagnostics.Errors > 0)
            return new BagWriteResult(path, "", IsWritten: false, diagnostics.ToImmutable());

        var account = snapshot.Accounts is [var only] ? only : null;
        var facts = new SnapshotFacts
        {
            Origin = SnapshotOrigin.Asserted,
            Account = account?.Id ?? "",
            Partition = account?.Partition ?? "",
            Assertion = assertion,
            Producer = producer,
            StartedAt = assertion.At,
            EndedAt = assertion.At,
        };
        var target = SnapshotPlace.TargetOf(output, facts, options.Form);
        var composed = SnapshotComposer.ComposeAsserted(facts, reader.Evidence, limits, cancellationToken);
        return SnapshotSealer.Seal(composed, target, options, cancellationToken);
    }

    private static void Check(
        Snapshot snapshot,
        SnapshotAssertion assertion,
        IReadOnlyList<BagFile> evidence,
        SnapshotDiagnosticBag diagnostics)
    {
        if (snapshot.IsSealed)
            diagnostics.Report(SealingDescriptors.AlreadySealed, snapshot.Name);
        if (assertion.At < snapshot.GeneratedTime)
        {
            diagnostics.Report(
                SealingDescriptors.AssertedTooEarly, EvidenceFiles.CredentialReportAnswer,
                Timestamps.Text(assertion.At), Timestamps.Text(snapshot.GeneratedTime.Value));
        }

        // What the collector would take out, a person has to: nothing here is changed on the way into the snapshot.
        foreach (var file in evidence)
        {
            var name = file.Path[BagLayout.Data.Length..];
            if (ApiOperations.All.FirstOrDefault(operation => operation.File == name) is not { } operation)
                continue;
            foreach (var secret in Redactor.Redact(operation, file.Bytes).Redactions)
                diagnostics.Report(SealingDescriptors.SecretByHand, name, (1, 1), "", secret.Path, secret.Reason);
        }
    }
}
