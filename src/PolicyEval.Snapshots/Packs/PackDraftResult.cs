using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Packs;

/// <summary>What putting a pack together gave.</summary>
/// <param name="Draft">The draft; null after an error.</param>
/// <param name="Diagnostics">Why not.</param>
public sealed record PackDraftResult(PackDraft? Draft, ImmutableArray<SnapshotDiagnostic> Diagnostics);
