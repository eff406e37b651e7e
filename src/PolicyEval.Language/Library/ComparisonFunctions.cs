using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>
/// Equality and order. The signatures are of one type on both sides; numbers of different types are compared only
/// where the checker does not know them (dyn), by the same bodies.
/// </summary>
internal static class ComparisonFunctions
{
    private static readonly ImmutableArray<(string Name, CelType Type)> Ordered =
    [
        ("bool", CelType.Bool),
        ("int64", CelType.Int),
        ("uint64", CelType.Uint),
        ("double", CelType.Double),
        ("string", CelType.String),
        ("bytes", CelType.Bytes),
        ("timestamp", CelType.Timestamp),
        ("duration", CelType.Duration),
    ];

    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        Equality("_==_", "equals", CelEquality.Equals,
            "Whether both are equal: numbers by value, lists and maps by content."),
        Equality("_!=_", "not_equals", CelEquality.NotEquals,
            "Whether both differ."),
        Order("_<_", "less", CelOrdering.Less,
            "Whether the left side comes before the right one."),
        Order("_<=_", "less_equals", CelOrdering.LessOrEqual,
            "Whether the left side does not come after the right one."),
        Order("_>_", "greater", CelOrdering.Greater,
            "Whether the left side comes after the right one."),
        Order("_>=_", "greater_equals", CelOrdering.GreaterOrEqual,
            "Whether the left side does not come before the right one."),
    ];

    private static FunctionSymbol Equality(string name, string id, BinaryBody body, string documentation) =>
        new(name, [Overload.Function(id, Overload.A, Overload.A, CelType.Bool, body)])
        {
            Documentation = documentation,
        };

    private static FunctionSymbol Order(string name, string id, BinaryBody body, string documentation) =>
        new(name, [.. Ordered.Select(o => Overload.Function($"{id}_{o.Name}", o.Type, o.Type, CelType.Bool, body))])
        {
            Documentation = documentation,
        };
}
