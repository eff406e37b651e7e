using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// The order of values of one kind; a type argument, so that the comparison is compiled into its delegate.
/// </summary>
internal interface IKindOrder
{
    /// <summary>The kind.</summary>
    static abstract CelKind Kind { get; }

    /// <summary>-1, 0 or 1.</summary>
    static abstract int Compare(CelValue left, CelValue right);
}
