namespace PolicyEval.Evaluation.Results;

/// <summary>Why a node has no value.</summary>
public enum SkipReason
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The terms before it decided already.</summary>
    Decided,

    /// <summary>The condition chose the other branch.</summary>
    OtherBranch,

    /// <summary>No turn of the loop came to it.</summary>
    NoTurn,

    /// <summary>What stands above it was not evaluated, or had no need of it.</summary>
    NotReached,
}
