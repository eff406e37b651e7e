namespace PolicyEval.Language.Binding;

/// <summary>The operators of order.</summary>
internal enum ComparisonOperator
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
