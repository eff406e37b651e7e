namespace PolicyEval.Evaluation.Periods;

/// <summary>What there is of an account on a day, from nothing to all.</summary>
public enum DayState
{
    /// <summary>No snapshot: a gap.</summary>
    None,

    /// <summary>Only what cannot be used: damaged, unsigned where a signature is needed, or unreadable.</summary>
    Failed,

    /// <summary>Evidence, but calls of the collection failed.</summary>
    Incomplete,

    /// <summary>Evidence; of a sealed snapshot that was collected, all of it.</summary>
    Complete,
}
