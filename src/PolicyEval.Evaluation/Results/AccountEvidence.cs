namespace PolicyEval.Evaluation.Results;

/// <summary>What there is of an account.</summary>
public enum AccountEvidence
{
    /// <summary>A snapshot.</summary>
    Given,

    /// <summary>A snapshot of which some calls failed.</summary>
    Partial,

    /// <summary>A snapshot that cannot be used, and no other one.</summary>
    Unusable,

    /// <summary>Nothing.</summary>
    Missing,
}
