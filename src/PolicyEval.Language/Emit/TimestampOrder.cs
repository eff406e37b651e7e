using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>The order of timestamp values.</summary>
internal readonly struct TimestampOrder : IKindOrder
{
    public static CelKind Kind => CelKind.Timestamp;

    public static int Compare(CelValue left, CelValue right) => left.AsTimestamp.CompareTo(right.AsTimestamp);
}
