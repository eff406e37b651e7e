using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>The order of int values.</summary>
internal readonly struct IntOrder : IKindOrder
{
    public static CelKind Kind => CelKind.Int;

    public static int Compare(CelValue left, CelValue right) => left.AsInt.CompareTo(right.AsInt);
}
