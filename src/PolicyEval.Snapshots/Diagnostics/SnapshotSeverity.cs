namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>How much a diagnostic about evidence weighs.</summary>
public enum SnapshotSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Info,

    /// <summary>The evidence is odd; it is used all the same.</summary>
    Warning,

    /// <summary>The evidence cannot be used.</summary>
    Error,
}
