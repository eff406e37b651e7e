using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>The order of duration values.</summary>
internal readonly struct DurationOrder : IKindOrder
{
    public static CelKind Kind => CelKind.Duration;

    public static int Compare(CelValue left, CelValue right) => left.AsDuration.CompareTo(right.AsDuration);
}
