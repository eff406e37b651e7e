using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Evidence that was read once cannot be read again: the file was changed meanwhile, or the operating system gives it
/// no more. Nothing that was concluded from it may stand.
/// </summary>
public sealed class EvidenceReadException : Exception
{
    internal EvidenceReadException(SnapshotDescriptor descriptor, string file, params ReadOnlySpan<string> arguments)
        : this(new SnapshotDiagnostic(descriptor, file, 0, 0, "", [.. arguments]))
    {
    }

    private EvidenceReadException(SnapshotDiagnostic diagnostic)
        : base(diagnostic.ToString()) => Diagnostic = diagnostic;

    /// <summary>What happened, as an error about the file.</summary>
    public SnapshotDiagnostic Diagnostic { get; }
}
