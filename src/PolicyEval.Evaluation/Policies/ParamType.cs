namespace PolicyEval.Evaluation.Policies;

/// <summary>The types of parameters.</summary>
public enum ParamType
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>An integer of 64 bits.</summary>
    Int,

    /// <summary>Text, possibly one of a list.</summary>
    String,

    /// <summary>A span of time as CEL writes it: <c>2160h</c>, <c>1h30m</c>, <c>10s</c>.</summary>
    Duration,
}
