namespace PolicyEval.Snapshots.Trees;

/// <summary>Why a snapshot of a tree is not read on.</summary>
public enum LeftOutReason
{
    /// <summary>There is a newer one of the same account.</summary>
    Older,

    /// <summary>Its evidence does not tell its time, and there is one of the same account that does.</summary>
    Timeless,

    /// <summary>It holds the same evidence as another one.</summary>
    Copy,

    /// <summary>By its seal it holds the same evidence as another one, and it cannot be used.</summary>
    UnusableCopy,
}
