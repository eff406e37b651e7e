namespace PolicyEval.Evaluation.Tests.Compilation;

/// <summary>The ways to write an expression into a YAML file.</summary>
internal enum ScalarStyle
{
    Plain,
    PlainLines,
    SingleQuoted,
    SingleQuotedLines,
    DoubleQuoted,
    DoubleQuotedEscapes,
    DoubleQuotedLines,
    Literal,
    LiteralIndented,
    LiteralKept,
    Folded,
    FoldedStripped,
    FlowPlain,
    FlowQuoted,
}
