namespace PolicyEval.Evaluation.Results;

/// <summary>What an evaluation says: a closed set. Missing evidence never passes.</summary>
public enum Outcome
{
    /// <summary>The rule holds, and the evidence shows it.</summary>
    Pass,

    /// <summary>The rule does not hold.</summary>
    Fail,

    /// <summary>A control that no policy decides and that the framework itself calls manual.</summary>
    Manual,

    /// <summary>The rule cannot apply here, or its population is proven empty.</summary>
    NotApplicable,

    /// <summary>
    /// The evidence is outside the scope of the snapshot: neutral, listed with the command that gets it.
    /// </summary>
    NotAssessed,

    /// <summary>Evidence in scope is absent, denied or unreadable.</summary>
    Incomplete,

    /// <summary>The policy failed while it ran.</summary>
    Error,
}
