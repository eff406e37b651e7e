namespace PolicyEval.Evaluation.Results;

/// <summary>What a rule of a policy is for.</summary>
public enum RuleRole
{
    /// <summary>Says whether the policy applies.</summary>
    MatchCondition,

    /// <summary>Must hold.</summary>
    Validation,
}
