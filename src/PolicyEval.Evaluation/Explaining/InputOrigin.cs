namespace PolicyEval.Evaluation.Explaining;

/// <summary>Who set a value that is no evidence.</summary>
public enum InputOrigin
{
    /// <summary>The default of the policy.</summary>
    Policy,

    /// <summary>The framework, for its control.</summary>
    Framework,

    /// <summary>The settings of the run.</summary>
    Settings,

    /// <summary>The user, by an option.</summary>
    Option,

    /// <summary>The evidence, which says when it was made.</summary>
    Evidence,

    /// <summary>Nobody.</summary>
    Nobody,
}
