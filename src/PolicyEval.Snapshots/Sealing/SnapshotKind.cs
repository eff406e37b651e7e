namespace PolicyEval.Snapshots.Sealing;

/// <summary>What a snapshot is of.</summary>
public enum SnapshotKind
{
    /// <summary>One account's evidence.</summary>
    Account,

    /// <summary>An organisation's list of accounts: the population.</summary>
    Organization,
}
