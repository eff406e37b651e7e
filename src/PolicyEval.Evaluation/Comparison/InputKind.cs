namespace PolicyEval.Evaluation.Comparison;

/// <summary>What shapes a result beside the evidence.</summary>
public enum InputKind
{
    /// <summary>The version of the tool.</summary>
    Tool,

    /// <summary>The instant that the user gave instead of the evidence's own.</summary>
    AsOf,

    /// <summary>The content of a framework.</summary>
    Framework,

    /// <summary>The content of a policy.</summary>
    Policy,

    /// <summary>A parameter of a policy.</summary>
    Param,

    /// <summary>The severity of a policy.</summary>
    Severity,

    /// <summary>The file of the settings.</summary>
    Settings,

    /// <summary>The files of the waivers, or whether they are ignored.</summary>
    Waivers,
}
