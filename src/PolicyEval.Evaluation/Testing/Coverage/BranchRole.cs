namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>What an expression decides, for which tests must see it both true and false.</summary>
public enum BranchRole
{
    /// <summary>A match condition: whether the policy applies.</summary>
    MatchCondition,

    /// <summary>A validation: whether it holds.</summary>
    Validation,

    /// <summary>A term of <c>&amp;&amp;</c>.</summary>
    AndTerm,

    /// <summary>A term of <c>||</c>.</summary>
    OrTerm,

    /// <summary>The condition of <c>?:</c>: which of the arms is taken.</summary>
    Condition,
}
