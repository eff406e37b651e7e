using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Numbers;

/// <summary>Integers as 64 bits; the answer has the type of the first operand.</summary>
internal static class Bits
{
    private const int Width = 64;

    public static CelValue And(CelValue left, CelValue right) => Like(left, left.AsUint & right.AsUint);

    public static CelValue Or(CelValue left, CelValue right) => Like(left, left.AsUint | right.AsUint);

    public static CelValue Xor(CelValue left, CelValue right) => Like(left, left.AsUint ^ right.AsUint);

    public static CelValue Not(CelValue bits) => Like(bits, ~bits.AsUint);

    public static CelValue ShiftLeft(CelValue bits, CelValue shift) =>
        IsNegative(shift) ?? Like(bits, shift.AsInt >= Width ? 0 : bits.AsUint << (int)shift.AsInt);

    /// <summary>The vacant bits are 0 for int too: <c>-1 >> 63</c> is 1.</summary>
    public static CelValue ShiftRight(CelValue bits, CelValue shift) =>
        IsNegative(shift) ?? Like(bits, shift.AsInt >= Width ? 0 : bits.AsUint >> (int)shift.AsInt);

    private static CelValue? IsNegative(CelValue shift) =>
        shift.AsInt < 0 ? CelValue.Error($"negative offset: {shift.AsInt}") : null;

    private static CelValue Like(CelValue operand, ulong bits) =>
        operand.Kind == CelKind.Int ? CelValue.Of(unchecked((long)bits)) : CelValue.Of(bits);
}
