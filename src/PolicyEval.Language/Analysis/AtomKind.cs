namespace PolicyEval.Language.Analysis;

/// <summary>What an atom asks.</summary>
internal enum AtomKind
{
    /// <summary>Something of type bool.</summary>
    Condition,

    /// <summary>Whether the operands are equal.</summary>
    Equal,

    /// <summary>Whether the left operand is less.</summary>
    Less,
}
