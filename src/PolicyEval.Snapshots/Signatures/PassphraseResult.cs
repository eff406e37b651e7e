using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>A passphrase, or why there is none.</summary>
/// <param name="Value">Not empty; null when a diagnostic says why.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record PassphraseResult(string? Value, ImmutableArray<SnapshotDiagnostic> Diagnostics);
