using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library;

/// <summary>The operators <c>+ - * / %</c> and unary <c>-</c>.</summary>
internal static class ArithmeticFunctions
{
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("_+_",
        [
            Add("add_bytes", Bytes, Bytes, Bytes),
            Add("add_double", CelType.Double, CelType.Double, CelType.Double),
            Add("add_duration_duration", Duration, Duration, Duration),
            Add("add_duration_timestamp", Duration, Timestamp, Timestamp),
            Add("add_timestamp_duration", Timestamp, Duration, Timestamp),
            Add("add_int64", Int, Int, Int),
            Add("add_list", Overload.ListOfA, Overload.ListOfA, Overload.ListOfA),
            Add("add_string", CelType.String, CelType.String, CelType.String),
            Add("add_uint64", Uint, Uint, Uint),
        ])
        {
            Documentation = "The sum of numbers or durations, a moved timestamp, or strings, bytes or lists joined.",
        },
        new("_-_",
        [
            Subtract("subtract_double", CelType.Double, CelType.Double, CelType.Double),
            Subtract("subtract_duration_duration", Duration, Duration, Duration),
            Subtract("subtract_int64", Int, Int, Int),
            Subtract("subtract_timestamp_duration", Timestamp, Duration, Timestamp),
            Subtract("subtract_timestamp_timestamp", Timestamp, Timestamp, Duration),
            Subtract("subtract_uint64", Uint, Uint, Uint),
        ])
        {
            Documentation = "The difference of numbers or durations, an earlier timestamp, or the span between two.",
        },
        new("_*_", OfNumbers("multiply", CelArithmetic.Multiply, Int, Uint, CelType.Double))
        {
            Documentation = "The product.",
        },
        new("_/_", OfNumbers("divide", CelArithmetic.Divide, Int, Uint, CelType.Double))
        {
            Documentation = "The quotient; of integers truncated toward zero.",
        },
        new("_%_", OfNumbers("modulo", CelArithmetic.Modulo, Int, Uint))
        {
            Documentation = "The remainder of integers, with the sign of the dividend.",
        },
        new("-_",
        [
            Overload.Function("negate_double", CelType.Double, CelType.Double, CelArithmetic.Negate),
            Overload.Function("negate_int64", Int, Int, CelArithmetic.Negate),
        ])
        {
            Documentation = "The negative number.",
        },
    ];

    private static OverloadSymbol Add(string id, CelType left, CelType right, CelType result) =>
        Overload.Function(id, left, right, result, CelArithmetic.Add);

    private static OverloadSymbol Subtract(string id, CelType left, CelType right, CelType result) =>
        Overload.Function(id, left, right, result, CelArithmetic.Subtract);

    private static ImmutableArray<OverloadSymbol> OfNumbers(
        string id, BinaryBody body, params ReadOnlySpan<CelType> types)
    {
        var overloads = ImmutableArray.CreateBuilder<OverloadSymbol>();
        foreach (var type in types)
        {
            var name = type.Kind == CelTypeKind.Double ? "double" : type.Name + "64";
            overloads.Add(Overload.Function($"{id}_{name}", type, type, type, body));
        }

        return overloads.ToImmutable();
    }
}
