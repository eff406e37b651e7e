using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// The sentences of a document. They are the words of the program that sealed it: a later version may say the same in
/// other words, so a verifier takes them as they are and compares everything else.
/// </summary>
/// <param name="Warnings">See <see cref="SnapshotDocument.Warnings"/>.</param>
/// <param name="Explanation">See <see cref="Reconciliation.Explanation"/>.</param>
/// <param name="ReportProblem">Why AWS's credential report cannot be used; empty where it can.</param>
internal sealed record SnapshotWords(ImmutableArray<string> Warnings, string Explanation, string ReportProblem);
