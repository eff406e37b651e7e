namespace PolicyEval.Evaluation.Yaml;

/// <summary>How a scalar is written.</summary>
public enum YamlStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes.</summary>
    DoubleQuoted,

    /// <summary>A block after <c>|</c>: line ends stay.</summary>
    Literal,

    /// <summary>A block after <c>&gt;</c>: lines are folded.</summary>
    Folded,
}
