using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

/// <summary>Values that are likely to be equal to each other, across kinds.</summary>
internal static class AnyValue
{
    /// <summary>Null, bools, small numbers of all three types, short strings, and lists and maps of them.</summary>
    public static Gen<CelValue> Small { get; } = Of(2);

    private static Gen<CelValue> Of(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Const(CelValue.Null),
            Gen.Bool.Select(CelValue.Of),
            Gen.Long[-2, 2].Select(CelValue.Of),
            Gen.ULong[0, 2].Select(CelValue.Of),
            Gen.OneOf(-1.0, -0.0, 0.0, 1.0, 1.5).Select(CelValue.Of),
            Gen.OneOf("", "a", "1").Select(CelValue.Of),
            Gen.Long[0, 1].Select(n => CelValue.Of(new CelDuration(n))),
            Gen.Long[0, 1].Select(n => CelValue.Of(new CelTimestamp(n, 0))));
        if (depth == 0)
            return scalar;

        var inner = Of(depth - 1);
        return Gen.OneOf(
            scalar,
            inner.Array[0, 2].Select(items => CelValue.Of(CelList.From(items))),
            Gen.Select(Gen.Long[0, 2].Select(CelValue.Of), inner, KeyValuePair.Create).Array[0, 1].Select(CelMap.From));
    }
}
