namespace PolicyEval.Evaluation.Tests.Compilation;

/// <summary>Ways to write one token wrong.</summary>
internal enum TypoKind
{
    MisspellName,
    MisspellKeyword,
    DropBracket,
    DropOperand,
    DoubleOperator,
    DropQuote,
}
