using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>A private key, or why there is none.</summary>
/// <param name="Key">Null when a diagnostic of severity error says why; else to be disposed of.</param>
/// <param name="Diagnostics">What is wrong with the file.</param>
public sealed record SigningKeyResult(SigningKey? Key, ImmutableArray<SnapshotDiagnostic> Diagnostics);
