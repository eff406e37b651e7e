namespace PolicyEval.Evaluation.Results;

/// <summary>
/// What the time says of a waiver: at the instants of the snapshots with an account that it is about, or of all where
/// there is none. One at which it holds is enough; else the latest decides.
/// </summary>
public enum WaiverState
{
    /// <summary>It holds.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Its time is yet to come.</summary>
    NotYetEffective,

    /// <summary>Nothing tells the instant, so it does not hold.</summary>
    Unjudged,
}
