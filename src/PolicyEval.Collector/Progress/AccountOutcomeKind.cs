namespace PolicyEval.Collector.Progress;

/// <summary>What became of an account of the run.</summary>
internal enum AccountOutcomeKind
{
    /// <summary>Sealed, and no call failed.</summary>
    Complete,

    /// <summary>Sealed, but calls failed.</summary>
    Incomplete,

    /// <summary>No snapshot.</summary>
    Failed,

    /// <summary>The run was cancelled while it was collected: no snapshot, and nothing half.</summary>
    Cancelled,

    /// <summary>The run was cancelled before its turn.</summary>
    NotStarted,
}
