using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A snapshot of a run: what has to be known of it all the time. Immutable.</summary>
/// <param name="Outline">What it is.</param>
/// <param name="Label">What tells it from the others of the run.</param>
/// <param name="AsOfTime">The instant at which ages are measured, or null where nothing tells it.</param>
internal sealed record PlannedSnapshot(SnapshotOutline Outline, SnapshotLabel Label, DateTimeOffset? AsOfTime)
{
    /// <summary>Its name in the roll-up over accounts.</summary>
    public string Name => Label.Text.Length > 0 ? Label.Text : Outline.Name;

    /// <summary>
    /// The ids of its accounts, in the order of first rows; at least one, which is empty where none is known.
    /// </summary>
    public IEnumerable<string> Accounts =>
        Outline.Accounts.IsEmpty ? [""] : Outline.Accounts.Select(account => account.Id);

    /// <summary>Whether a call failed when it was collected.</summary>
    public bool IsPartial => Outline.Document is { IsComplete: false };

    /// <summary>The snapshot with its evidence, ready to be evaluated, for as long as somebody holds it.</summary>
    /// <exception cref="PolicyEval.Snapshots.Sources.EvidenceReadException">
    /// It was changed since it was opened first.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SnapshotScope Open(CancellationToken cancellationToken) => new(this, Outline.Open(cancellationToken));
}
