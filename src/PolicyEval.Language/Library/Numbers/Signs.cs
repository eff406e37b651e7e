using System.Diagnostics;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Numbers;

/// <summary>Sign, magnitude and square root of numbers of any type.</summary>
internal static class Signs
{
    public static CelValue Abs(CelValue number) => number.Kind switch
    {
        CelKind.Int => number.AsInt == long.MinValue ? CelErrors.IntegerOverflow : CelValue.Of(Math.Abs(number.AsInt)),
        CelKind.Uint => number,
        CelKind.Double => CelValue.Of(Math.Abs(number.AsDouble)),
        _ => throw new UnreachableException(number.Kind.ToString()),
    };

    public static CelValue Sign(CelValue number) => number.Kind switch
    {
        CelKind.Int => CelValue.Of((long)Math.Sign(number.AsInt)),
        CelKind.Uint => CelValue.Of(number.AsUint == 0 ? 0UL : 1UL),
        CelKind.Double => double.IsNaN(number.AsDouble) ? number : CelValue.Of((double)Math.Sign(number.AsDouble)),
        _ => throw new UnreachableException(number.Kind.ToString()),
    };

    public static CelValue Sqrt(CelValue number) => number.Kind switch
    {
        CelKind.Int => CelValue.Of(Math.Sqrt(number.AsInt)),
        CelKind.Uint => CelValue.Of(Math.Sqrt(number.AsUint)),
        CelKind.Double => CelValue.Of(Math.Sqrt(number.AsDouble)),
        _ => throw new UnreachableException(number.Kind.ToString()),
    };
}
