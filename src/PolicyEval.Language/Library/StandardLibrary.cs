using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Library;

/// <summary>The door of the standard library: operators, functions and type names of every environment.</summary>
public static class StandardLibrary
{
    /// <summary>
    /// All functions, operators among them, with exact overloads. The ids are those of cel-go. The overloads of
    /// <c>_&amp;&amp;_</c>, <c>_||_</c> and <c>_?_:_</c> have no body: they are not strict, the emitter writes them.
    /// </summary>
    public static ImmutableArray<FunctionSymbol> Functions { get; } =
    [
        .. LogicFunctions.All,
        .. ComparisonFunctions.All,
        .. ArithmeticFunctions.All,
        .. ContainerFunctions.All,
        .. StringFunctions.All,
        .. ConversionFunctions.All,
        .. TimestampFunctions.All,
    ];

    /// <summary>The names of types that are values of an expression, each with the type that it denotes.</summary>
    public static ImmutableArray<KeyValuePair<string, CelType>> Types { get; } =
    [
        new("bool", CelType.Bool),
        new("bytes", CelType.Bytes),
        new("double", CelType.Double),
        new("google.protobuf.Duration", CelType.Duration),
        new("google.protobuf.Timestamp", CelType.Timestamp),
        new("int", CelType.Int),
        new("list", CelType.List(CelType.Dyn)),
        new("map", CelType.Map(CelType.Dyn, CelType.Dyn)),
        new("null_type", CelType.Null),
        new("string", CelType.String),
        new("type", CelType.TypeType),
        new("uint", CelType.Uint),
    ];
}
