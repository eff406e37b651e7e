namespace PolicyEval.Snapshots.Bags;

/// <summary>What a bag holds, by the document in it.</summary>
public enum BagKind
{
    /// <summary>A snapshot: <see cref="BagLayout.Document"/>.</summary>
    Snapshot,

    /// <summary>Snapshots with rules and results, to be handed over: <see cref="BagLayout.PackDocument"/>.</summary>
    Pack,
}
