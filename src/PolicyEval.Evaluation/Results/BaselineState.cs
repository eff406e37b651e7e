namespace PolicyEval.Evaluation.Results;

/// <summary>What an earlier result says of a failure.</summary>
public enum BaselineState
{
    /// <summary>It failed then too, and no waiver covered it: it does not count at the gate.</summary>
    Known,

    /// <summary>It did not fail then, or a waiver covered it.</summary>
    New,
}
