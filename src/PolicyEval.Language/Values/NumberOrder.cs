using System.Diagnostics;

namespace PolicyEval.Language.Values;

/// <summary>
/// Comparison of numbers across int, uint and double. Integers compare exactly; against a double an integer is first
/// cast to double, as the conformance tests (comparisons, "lossy") want it.
/// </summary>
internal static class NumberOrder
{
    public static bool IsNumber(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    public static bool AreNumbers(CelValue left, CelValue right) => IsNumber(left.Kind) && IsNumber(right.Kind);

    /// <summary>The order of two numbers.</summary>
    public static Order Compare(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => From(left.AsInt.CompareTo(right.AsInt)),
        (CelKind.Uint, CelKind.Uint) => From(left.AsUint.CompareTo(right.AsUint)),
        (CelKind.Int, CelKind.Uint) when left.AsInt < 0 => Order.Less,
        (CelKind.Uint, CelKind.Int) when right.AsInt < 0 => Order.Greater,
        (CelKind.Int, CelKind.Uint) or (CelKind.Uint, CelKind.Int) => From(left.AsUint.CompareTo(right.AsUint)),
        _ => Doubles(AsDouble(left), AsDouble(right)),
    };

    public static Order From(int comparison) =>
        comparison < 0 ? Order.Less : comparison > 0 ? Order.Greater : Order.Equal;

    private static double AsDouble(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt,
        CelKind.Uint => value.AsUint,
        CelKind.Double => value.AsDouble,
        _ => throw new UnreachableException(value.Kind.ToString()),
    };

    private static Order Doubles(double left, double right) =>
        left < right ? Order.Less : left > right ? Order.Greater : left == right ? Order.Equal : Order.Unordered;
}
