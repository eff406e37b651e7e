using System.Collections.Immutable;

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

    /// <summary>One for each snapshot of a run, in their order.</summary>
    /// <param name="names">The names of the snapshots.</param>
    /// <param name="always">Whether even a run's only snapshot is named.</param>
    public static ImmutableArray<SnapshotLabel> Of(ImmutableArray<string> names, bool always = false)
    {
        if (names.Length < 2 && !always)
            return [.. names.Select(_ => Alone)];

        var counts = names.CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. names.Select((name, i) => new SnapshotLabel(
                name, counts[name] > 1 ? FormattableString.Invariant($"{name}#{i + 1}") : name)),
        ];
    }

    /// <summary>A file of the snapshot; a bare file is the snapshot.</summary>
    public string Cite(string file) => Text.Length == 0 ? file : file == Name ? Text : $"{Text}/{file}";
}
