namespace PolicyEval.Evaluation.Explaining;

/// <summary>What an expression is for in its policy.</summary>
public enum ExplainedRole
{
    /// <summary>Says whether the policy applies.</summary>
    MatchCondition,

    /// <summary>Must hold.</summary>
    Validation,

    /// <summary>A variable of the policy, read as <c>variables.name</c>.</summary>
    Variable,

    /// <summary>Makes the sentence of a finding.</summary>
    Message,
}
