using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Library;

/// <summary>
/// The functions on optional values, with the ids of cel-go. <c>or</c> and <c>orValue</c> are not strict in their
/// argument: the emitter writes them, and their bodies are for constants.
/// </summary>
internal static class OptionalFunctions
{
    private static readonly CelType OptionalOfA = CelType.Optional(Overload.A);
    private static readonly CelType ListOfOptionals = CelType.List(OptionalOfA);
    private static readonly CelType OptionalList = CelType.Optional(Overload.ListOfA);
    private static readonly CelType OptionalMap = CelType.Optional(Overload.MapOfAToB);
    private static readonly CelType OptionalOfB = CelType.Optional(Overload.B);

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("optional.none", [new("optional_none", false, [], OptionalOfA) { Variadic = _ => Optionals.None }])
        {
            Documentation = "The optional without a value.",
        },
        new("optional.of", [Overload.Function("optional_of", Overload.A, OptionalOfA, Optionals.Of)])
        {
            Documentation = "An optional with this value.",
        },
        new("optional.ofNonZeroValue",
            [Overload.Function("optional_ofNonZeroValue", Overload.A, OptionalOfA, Optionals.OfNonZero)])
        {
            Documentation = "An optional with this value; without one if it is null, false, zero or empty.",
        },
        new("optional.unwrap",
            [Overload.Function("optional_unwrap", ListOfOptionals, Overload.ListOfA, Optionals.Unwrap)])
        {
            Documentation = "The values of those optionals in a list that have one.",
        },
        new("unwrapOpt", [Overload.Method("optional_unwrapOpt", ListOfOptionals, Overload.ListOfA, Optionals.Unwrap)])
        {
            Documentation = "The values of those optionals in a list that have one.",
        },
        new("hasValue", [Overload.Method("optional_hasValue", OptionalOfA, CelType.Bool, Optionals.HasValue)])
        {
            Documentation = "Whether the optional has a value.",
        },
        new("value", [Overload.Method("optional_value", OptionalOfA, Overload.A, Optionals.Value)])
        {
            Documentation = "The value of the optional; an error where it has none.",
        },
        new("or", [Overload.Method("optional_or_optional", OptionalOfA, OptionalOfA, OptionalOfA, Optionals.Or)])
        {
            Documentation = "The optional if it has a value, else the other optional.",
        },
        new("orValue",
            [Overload.Method("optional_orValue_value", OptionalOfA, Overload.A, Overload.A, Optionals.OrValue)])
        {
            Documentation = "The value of the optional, else the other value.",
        },
        new("first", [Overload.Method("list_first", Overload.ListOfA, OptionalOfA, Optionals.First)])
        {
            Documentation = "The first element of a list as an optional.",
        },
        new("last", [Overload.Method("list_last", Overload.ListOfA, OptionalOfA, Optionals.Last)])
        {
            Documentation = "The last element of a list as an optional.",
        },
        new("_[_]",
        [
            Overload.Function("optional_list_index_int", OptionalList, CelType.Int, OptionalOfA, Containers.Index),
            Overload.Function("optional_map_index_value", OptionalMap, Overload.A, OptionalOfB, Containers.Index),
        ]),
        new("_[?_]",
        [
            OptionalIndex("list_optindex_optional_int", Overload.ListOfA, CelType.Int, OptionalOfA),
            OptionalIndex("optional_list_optindex_optional_int", OptionalList, CelType.Int, OptionalOfA),
            OptionalIndex("map_optindex_optional_value", Overload.MapOfAToB, Overload.A, OptionalOfB),
            OptionalIndex("optional_map_optindex_optional_value", OptionalMap, Overload.A, OptionalOfB),
        ])
        {
            Documentation = "The element at an index, or the value of a key, as an optional.",
        },
    ];

    public static CelLibrary Instance { get; } = new("optional", Functions)
    {
        Types = [new("optional_type", CelType.Optional(CelType.Dyn))],
    };

    private static OverloadSymbol OptionalIndex(string id, CelType container, CelType index, CelType result) =>
        Overload.Function(id, container, index, result, Containers.IndexPresent);
}
