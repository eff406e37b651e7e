using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>What two sources of a snapshot say differently.</summary>
/// <param name="Diagnostic">What is said of it.</param>
/// <param name="Doubts">The evidence that proves nothing for that.</param>
internal sealed record Disagreement(SnapshotDiagnostic Diagnostic, params ImmutableArray<Doubt> Doubts)
{
    /// <summary>One that stands at a value of an answer.</summary>
    public static Disagreement At(
        Answer answer, JsonCell cell, SnapshotDescriptor descriptor, ImmutableArray<string> arguments,
        params ImmutableArray<Doubt> doubts) =>
        new(new SnapshotDiagnostic(descriptor, answer.FileName, cell.Line, cell.Column, cell.Field, arguments), doubts);

    /// <summary><c>file:line:column</c> of a value.</summary>
    public static string PlaceOf(Answer answer, JsonCell cell) =>
        FormattableString.Invariant($"{answer.FileName}:{cell.Line}:{cell.Column}");

    /// <summary>A number as text.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
