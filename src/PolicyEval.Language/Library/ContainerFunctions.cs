using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library;

/// <summary>Lists and maps: index, membership and size; also the size of strings and bytes.</summary>
internal static class ContainerFunctions
{
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("_[_]",
        [
            Overload.Function("index_list", Overload.ListOfA, Int, Overload.A, Containers.Index),
            Overload.Function("index_map", Overload.MapOfAToB, Overload.A, Overload.B, Containers.Index),
        ])
        {
            Documentation = "The element at an index from 0, or the value of a key; an error where there is none.",
        },
        new("@in",
        [
            Overload.Function("in_list", Overload.A, Overload.ListOfA, Bool, Containers.In),
            Overload.Function("in_map", Overload.A, Overload.MapOfAToB, Bool, Containers.In),
        ])
        {
            Documentation = "Whether a list has an equal element, or a map has the key.",
        },
        new("size",
        [
            Overload.Function("size_bytes", Bytes, Int, Containers.Size),
            Overload.Function("size_list", Overload.ListOfA, Int, Containers.Size),
            Overload.Function("size_map", Overload.MapOfAToB, Int, Containers.Size),
            Overload.Function("size_string", CelType.String, Int, Containers.Size),
            Overload.Method("bytes_size", Bytes, Int, Containers.Size),
            Overload.Method("list_size", Overload.ListOfA, Int, Containers.Size),
            Overload.Method("map_size", Overload.MapOfAToB, Int, Containers.Size),
            Overload.Method("string_size", CelType.String, Int, Containers.Size),
        ])
        {
            Documentation = "The number of code points, bytes, elements or entries.",
        },
    ];
}
