using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots;

/// <summary>What reading an input gave.</summary>
/// <param name="Name"><c>111122223333/2026-01-02T030405Z</c> for a sealed snapshot; the name of a bare file or folder,
/// without folders; <c>-</c> for standard input.</param>
/// <param name="Outline">What the snapshot is, or null where an error makes the input unusable.</param>
/// <param name="Diagnostics">All that is to be said about it, by file, line and column.</param>
public sealed record SnapshotResult(
    string Name, SnapshotOutline? Outline, ImmutableArray<SnapshotDiagnostic> Diagnostics)
{
    /// <summary>
    /// The snapshot with its evidence; null where it cannot be used, and where its evidence was let go.
    /// </summary>
    public Snapshot? Snapshot => Outline?.Held;

    /// <summary>
    /// The account that the seal or the place in a tree tells, also of a snapshot that cannot be used; empty where
    /// neither does.
    /// </summary>
    public string Account { get; init; } = "";

    /// <summary>Where it was read from; empty for a stream and for what was in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The same without the evidence, which is read again when somebody looks at it.</summary>
    public SnapshotResult LetGo() => this with { Outline = Outline?.LetGo() };
}
