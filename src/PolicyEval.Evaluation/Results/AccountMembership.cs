namespace PolicyEval.Evaluation.Results;

/// <summary>What the population says of an account.</summary>
public enum AccountMembership
{
    /// <summary>Nobody says which accounts there should be.</summary>
    Unknown,

    /// <summary>There should be evidence of it.</summary>
    Expected,

    /// <summary>It is suspended or being closed: nobody can collect from it.</summary>
    Inactive,

    /// <summary>The population does not have it.</summary>
    Unexpected,
}
