using System.Collections.Immutable;
using PolicyEval.Snapshots;

namespace PolicyEval.Evaluation.Results;

/// <summary>How a run tells the files of one snapshot from those of another.</summary>
/// <param name="Name">The snapshot's name.</param>
/// <param name="Text">
/// What people read: empty where the run has one snapshot, else the name; followed by <c>#2</c> for the second snapshot
/// of the run where several have the same name.
/// </param>
public sealed record SnapshotLabel(string Name, string Text)
{
    /// <summary>The label of a run's only snapshot.</summary>
    public static SnapshotLabel Alone { get; } = new("", "");

    /// <summary>One for each, in their order.</summary>
    internal static ImmutableArray<SnapshotLabel> Of(ImmutableArray<SnapshotResult> snapshots)
    {
        if (snapshots.Length < 2)
            return [.. snapshots.Select(_ => Alone)];

        var counts = snapshots.CountBy(s => s.Name).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. snapshots.Select((s, i) => new SnapshotLabel(
                s.Name, counts[s.Name] > 1 ? FormattableString.Invariant($"{s.Name}#{i + 1}") : s.Name)),
        ];
    }

    /// <summary>A file of the snapshot; a bare file is the snapshot.</summary>
    public string Cite(string file) => Text.Length == 0 ? file : file == Name ? Text : $"{Text}/{file}";
}
