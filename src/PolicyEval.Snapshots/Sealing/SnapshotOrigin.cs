namespace PolicyEval.Snapshots.Sealing;

/// <summary>Where the evidence of a snapshot comes from.</summary>
public enum SnapshotOrigin
{
    /// <summary>The collector asked AWS.</summary>
    Collected,

    /// <summary>Somebody gathered it and vouches for it.</summary>
    Asserted,
}
