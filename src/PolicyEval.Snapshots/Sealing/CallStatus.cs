namespace PolicyEval.Snapshots.Sealing;

/// <summary>What became of an operation of the plan.</summary>
public enum CallStatus
{
    /// <summary>Answered, to the last page.</summary>
    Complete,

    /// <summary>AWS answered that there is no such thing, which is evidence too (NoSuchEntity).</summary>
    Absent,

    /// <summary>
    /// The account may not ask (an organisation's question outside its management account): an answer, and no gap.
    /// </summary>
    NotApplicable,

    /// <summary>No answer, or only a part of it.</summary>
    Failed,

    /// <summary>Not asked, because what it needs had failed.</summary>
    NotCalled,
}
