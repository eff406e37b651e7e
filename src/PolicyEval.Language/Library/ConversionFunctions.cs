using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library;

/// <summary>The conversions between types, and <c>type</c> and <c>dyn</c>.</summary>
internal static class ConversionFunctions
{
    private static readonly ImmutableArray<(string Name, CelType Type)> Names =
    [
        ("bool", Bool),
        ("int64", Int),
        ("uint64", Uint),
        ("double", CelType.Double),
        ("string", CelType.String),
        ("bytes", Bytes),
        ("timestamp", Timestamp),
        ("duration", Duration),
    ];

    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        To("int", Conversions.ToInt, Int, [Int, Uint, CelType.Double, CelType.String, Timestamp],
            "As int: a double is truncated, a timestamp gives seconds since 1970; an error out of range."),
        To("uint", Conversions.ToUint, Uint, [Uint, Int, CelType.Double, CelType.String],
            "As uint: a double is truncated; an error out of range."),
        To("double", Conversions.ToDouble, CelType.Double, [CelType.Double, Int, Uint, CelType.String],
            "As double: the nearest one."),
        To("bool", Conversions.ToBool, Bool, [Bool, CelType.String],
            "As bool: the strings 1, t, true, TRUE, True and 0, f, false, FALSE, False."),
        To("string", Conversions.ToText, CelType.String,
            [CelType.String, Bool, Bytes, CelType.Double, Duration, Int, Timestamp, Uint],
            "As string: bytes are read as UTF-8, timestamps and durations are written as they are read."),
        To("bytes", Conversions.ToBytes, Bytes, [Bytes, CelType.String],
            "As bytes: a string in UTF-8."),
        To("timestamp", Conversions.ToTimestamp, Timestamp, [Timestamp, Int, CelType.String],
            "As timestamp: a string in RFC 3339, or seconds since 1970."),
        To("duration", Conversions.ToDuration, Duration, [Duration, CelType.String],
            "As duration: a string such as 2160h or 1.5s."),
        new("type", [Overload.Function("type", Overload.A, TypeOf(Overload.A), Conversions.ToType)])
        {
            Documentation = "The type of a value.",
        },
        new("dyn", [Overload.Function("to_dyn", Overload.A, Dyn, value => value)])
        {
            Documentation = "The same value, of a type that is checked at run time only.",
        },
    ];

    private static FunctionSymbol To(
        string name, UnaryBody body, CelType result, ImmutableArray<CelType> operands, string documentation) =>
        new(name, [.. operands.Select(o => Overload.Function($"{IdOf(o)}_to_{IdOf(result)}", o, result, body) with
        {
            Checks = o.Kind == CelTypeKind.String ? [new ArgumentCheck(0, text => FaultOf(body(text)))] : [],
        })])
        {
            Documentation = documentation,
        };

    private static ArgumentFault? FaultOf(CelValue converted) =>
        converted.Kind == CelKind.Error ? new ArgumentFault(converted.AsError.Message) : null;

    private static string IdOf(CelType type) => Names.First(n => n.Type.Equals(type)).Name;
}
