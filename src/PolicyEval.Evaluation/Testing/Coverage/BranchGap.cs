namespace PolicyEval.Evaluation.Testing.Coverage;

/// <summary>What no test has seen of an expression.</summary>
public enum BranchGap
{
    /// <summary>That it is true.</summary>
    NeverTrue,

    /// <summary>That it is false.</summary>
    NeverFalse,

    /// <summary>Neither: it was not evaluated, or never came to a value.</summary>
    NeverDecided,

    /// <summary>That it is evaluated, where it can never have a value.</summary>
    NeverReached,
}
