using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Library;

/// <summary>The standard library: operators, functions and type names of every environment.</summary>
public static class StandardLibrary
{
    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        .. LogicFunctions.All,
        .. ComparisonFunctions.All,
        .. ArithmeticFunctions.All,
        .. ContainerFunctions.All,
        .. StringFunctions.All,
        .. ConversionFunctions.All,
        .. TimestampFunctions.All,
    ];

    private static readonly ImmutableArray<KeyValuePair<string, CelType>> Types =
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

    /// <summary>
    /// All operators, functions and type names, with exact overloads. The ids are those of cel-go. The overloads of
    /// <c>_&amp;&amp;_</c>, <c>_||_</c> and <c>_?_:_</c> have no body: they are not strict, the emitter writes them.
    /// </summary>
    public static CelLibrary Instance { get; } = new("standard", Functions) { Types = Types };
}
