using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>What became of the signatures of a snapshot.</summary>
/// <param name="States">One for each key id, sorted by it (ordinal); empty where nobody signed.</param>
/// <param name="Diagnostics">Everything that is wrong; an error is damage.</param>
public sealed record SignatureCheck(
    ImmutableArray<SignatureState> States, ImmutableArray<SnapshotDiagnostic> Diagnostics);
