using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>A public key, or why there is none.</summary>
/// <param name="Key">Null when a diagnostic of severity error says why.</param>
/// <param name="Diagnostics">What is wrong with the file.</param>
public sealed record PublicKeyResult(PublicKey? Key, ImmutableArray<SnapshotDiagnostic> Diagnostics);
