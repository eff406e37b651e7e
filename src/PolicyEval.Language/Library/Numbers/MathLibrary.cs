using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library.Numbers;

/// <summary>The door of the folder: the extension "math" (cel-go ext/README). The ids are those of cel-go.</summary>
internal static class MathLibrary
{
    private static readonly ArgumentCheck NoNegativeShift = new(1, shift =>
        shift.AsInt < 0 ? new ArgumentFault("a number of bits cannot be negative") : null);

    private static readonly ArgumentCheck NoEmptyList = new(0, list =>
        list.AsList.Count == 0 ? new ArgumentFault("an empty list has no greatest and no least element") : null);

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("math.greatest", Extreme("math_@max", Extremes.Greatest))
        {
            Documentation = "The greatest of numbers, or of a list of numbers, in its own type.",
        },
        new("math.least", Extreme("math_@min", Extremes.Least))
        {
            Documentation = "The least of numbers, or of a list of numbers, in its own type.",
        },
        new("math.ceil", [OfDouble("math_ceil_double", Rounding.Ceil)])
        {
            Documentation = "The nearest whole number that is not less.",
        },
        new("math.floor", [OfDouble("math_floor_double", Rounding.Floor)])
        {
            Documentation = "The nearest whole number that is not greater.",
        },
        new("math.round", [OfDouble("math_round_double", Rounding.Round)])
        {
            Documentation = "The nearest whole number; a half goes away from zero.",
        },
        new("math.trunc", [OfDouble("math_trunc_double", Rounding.Trunc)])
        {
            Documentation = "The number without its fraction.",
        },
        new("math.abs", OfNumbers("math_abs", Signs.Abs))
        {
            Documentation = "The number without its sign; an error for the least int.",
        },
        new("math.sign", OfNumbers("math_sign", Signs.Sign))
        {
            Documentation = "-1, 0 or 1 in the type of the number; NaN for NaN.",
        },
        new("math.sqrt", OfNumbers("math_sqrt", Signs.Sqrt, CelType.Double))
        {
            Documentation = "The square root as a double; NaN for a negative number.",
        },
        new("math.isNaN", [Test("math_isNaN_double", Rounding.IsNaN)])
        {
            Documentation = "Whether a double is NaN.",
        },
        new("math.isInf", [Test("math_isInf_double", Rounding.IsInf)])
        {
            Documentation = "Whether a double is infinite, either way.",
        },
        new("math.isFinite", [Test("math_isFinite_double", Rounding.IsFinite)])
        {
            Documentation = "Whether a double is neither NaN nor infinite.",
        },
        new("math.bitAnd", OfBits("math_bitAnd", Bits.And))
        {
            Documentation = "The bits that both integers have.",
        },
        new("math.bitOr", OfBits("math_bitOr", Bits.Or))
        {
            Documentation = "The bits that one of two integers has.",
        },
        new("math.bitXor", OfBits("math_bitXor", Bits.Xor))
        {
            Documentation = "The bits that exactly one of two integers has.",
        },
        new("math.bitNot",
        [
            Overload.Function("math_bitNot_int_int", Int, Int, Bits.Not),
            Overload.Function("math_bitNot_uint_uint", Uint, Uint, Bits.Not),
        ])
        {
            Documentation = "The integer with every bit turned over.",
        },
        new("math.bitShiftLeft", Shift("math_bitShiftLeft", Bits.ShiftLeft))
        {
            Documentation = "The bits of an integer moved up; 0 from 64 on, an error for a negative number of bits.",
        },
        new("math.bitShiftRight", Shift("math_bitShiftRight", Bits.ShiftRight))
        {
            Documentation =
                "The bits of an integer moved down, filled with zeros for int too; an error for a negative number.",
        },
    ];

    /// <summary>All functions of the extension.</summary>
    public static CelLibrary Instance { get; } = new("math", Functions);

    /// <summary>
    /// One type in, the same type out; where the types are mixed, the answer is of the type of the number that it is.
    /// </summary>
    private static ImmutableArray<OverloadSymbol> Extreme(string id, VariadicBody body)
    {
        var overloads = ImmutableArray.CreateBuilder<OverloadSymbol>();
        foreach (var type in new[] { Int, Uint, CelType.Double, Number })
        {
            var result = type.Kind == CelTypeKind.Number ? Dyn : type;
            var isGeneral = type.Kind == CelTypeKind.Number;
            overloads.Add(new OverloadSymbol($"{id}_{type.Name}", false, [type], result)
            {
                Variadic = body,
                IsVariadic = true,
                IsGeneral = isGeneral,
            });
            overloads.Add(new OverloadSymbol($"{id}_list_{type.Name}", false, [List(type)], result)
            {
                Unary = list => Extremes.OfList(list, body),
                IsGeneral = isGeneral,
                Checks = [NoEmptyList],
            });
        }

        return overloads.ToImmutable();
    }

    private static OverloadSymbol OfDouble(string id, UnaryBody body) =>
        Overload.Function(id, CelType.Double, CelType.Double, body);

    private static OverloadSymbol Test(string id, UnaryBody body) => Overload.Function(id, CelType.Double, Bool, body);

    private static ImmutableArray<OverloadSymbol> OfNumbers(string id, UnaryBody body, CelType? result = null) =>
    [
        Overload.Function($"{id}_double", CelType.Double, result ?? CelType.Double, body),
        Overload.Function($"{id}_int", Int, result ?? Int, body),
        Overload.Function($"{id}_uint", Uint, result ?? Uint, body),
    ];

    private static ImmutableArray<OverloadSymbol> OfBits(string id, BinaryBody body) =>
    [
        Overload.Function($"{id}_int_int", Int, Int, Int, body),
        Overload.Function($"{id}_uint_uint", Uint, Uint, Uint, body),
    ];

    private static ImmutableArray<OverloadSymbol> Shift(string id, BinaryBody body) =>
    [
        Overload.Function($"{id}_int_int", Int, Int, Int, body) with { Checks = [NoNegativeShift] },
        Overload.Function($"{id}_uint_int", Uint, Int, Uint, body) with { Checks = [NoNegativeShift] },
    ];
}
