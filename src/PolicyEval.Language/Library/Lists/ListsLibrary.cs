using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library.Lists;

/// <summary>The door of the folder: the extension "lists" (cel-go ext/README). The ids are those of cel-go.</summary>
internal static class ListsLibrary
{
    private static readonly ArgumentCheck NoNegativeDepth = new(1, depth =>
        depth.AsInt < 0 ? new ArgumentFault("a depth cannot be negative") : null);

    private static readonly ImmutableArray<CelType> Comparable =
        [Int, Uint, CelType.Double, Bool, Duration, Timestamp, CelType.String, Bytes];

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("slice",
        [
            new OverloadSymbol("list_slice", true, [Overload.ListOfA, Int, Int], Overload.ListOfA)
            {
                Variadic = Slicing.Slice,
            },
        ])
        {
            Documentation = "The elements from an index on, up to a second index and without that one.",
        },
        new("flatten",
        [
            Overload.Method("list_flatten", List(Overload.ListOfA), Overload.ListOfA, Flattening.Flatten),
            Overload.Method("list_flatten_int", List(Dyn), Int, List(Dyn), Flattening.FlattenTo) with
            {
                Checks = [NoNegativeDepth],
            },
        ])
        {
            Documentation = "The list with the elements of its lists in their place, once or to a depth.",
        },
        new("distinct", [OfList("list_distinct", Slicing.Distinct)])
        {
            Documentation = "The elements without those that equal an earlier one.",
        },
        new("reverse", [OfList("list_reverse", Slicing.Reverse)])
        {
            Documentation = "The characters of a string, or the elements of a list, in reverse order.",
        },
        new("sort", [.. Comparable.Select(Sort)])
        {
            Documentation = "The elements in ascending order; all are of one type that has an order.",
        },
        new(FunctionSymbol.SortByKeys,
            [Overload.Function("list_sort_by_keys", List(List(Dyn)), List(Dyn), Sorting.SortByKeys)])
        {
            Documentation = "The second elements of pairs in ascending order of the first ones: what sortBy() calls.",
        },
        new("lists.range",
            [Overload.Function("lists_range", Int, List(Int), Slicing.Range)])
        {
            Documentation = "The integers from 0 up to a number and without it.",
        },
    ];

    /// <summary>All functions of the extension; <c>sortBy</c> is a macro.</summary>
    public static CelLibrary Instance { get; } = new("lists", Functions);

    private static OverloadSymbol OfList(string id, UnaryBody body) =>
        Overload.Method(id, Overload.ListOfA, Overload.ListOfA, body);

    private static OverloadSymbol Sort(CelType type) =>
        Overload.Method($"list_{type}_sort", List(type), List(type), Sorting.Sort);
}
