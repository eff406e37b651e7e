using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Sets;

/// <summary>The door of the folder: the extension "sets" (cel-go ext/README). The ids are those of cel-go.</summary>
internal static class SetsLibrary
{
    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("sets.contains", [Relation("list_sets_contains_list", SetRelations.Contains)])
        {
            Documentation = "Whether the first list has an equal element for each one of the second.",
        },
        new("sets.equivalent", [Relation("list_sets_equivalent_list", SetRelations.Equivalent)])
        {
            Documentation = "Whether each list has an equal element for each one of the other.",
        },
        new("sets.intersects", [Relation("list_sets_intersects_list", SetRelations.Intersects)])
        {
            Documentation = "Whether an element of the first list equals one of the second.",
        },
    ];

    /// <summary>All functions of the extension.</summary>
    public static CelLibrary Instance { get; } = new("sets", Functions);

    private static OverloadSymbol Relation(string id, Func<CelList, CelList, CelValue> relation) =>
        Overload.Function(
            id,
            Overload.ListOfA,
            Overload.ListOfA,
            CelType.Bool,
            (left, right) => relation(left.AsList, right.AsList));
}
