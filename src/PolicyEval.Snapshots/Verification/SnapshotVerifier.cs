using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Verifies a sealed snapshot. The door of this folder.</summary>
public static class SnapshotVerifier
{
    /// <summary>Reads all of a snapshot, folder or zip, and checks it. What is wrong is a diagnostic.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotVerification Verify(
        string path, VerifyOptions options, CancellationToken cancellationToken = default)
    {
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        var contents = new SealedReader(options.Limits, diagnostics, cancellationToken).Read(path, options.TrustedKeys);
        return new SnapshotVerification
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
            Digest = contents.Digest,
            Document = contents.Document,
            Checks = [.. contents.Checks],
            Signatures = contents.Signatures,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }
}
