namespace PolicyEval.Evaluation.Frameworks;

/// <summary>What the policies can make of a control, whatever the evidence.</summary>
public enum ControlCoverage
{
    /// <summary>A policy decides it.</summary>
    Decided,

    /// <summary>No policy decides it, and the framework leaves it to a person: its outcome is manual.</summary>
    Manual,

    /// <summary>No policy decides it, for that needs other evidence: its outcome is not assessed.</summary>
    NeedsEvidence,
}
