using System.Collections.Immutable;

namespace PolicyEval.Language.Binding;

/// <summary>A macro as people call it. A call of another shape is an ordinary call, or a mistake.</summary>
/// <param name="Name">The name, possibly qualified.</param>
/// <param name="IsMethod">Whether it is called after a dot, on a value.</param>
/// <param name="ArgumentCounts">How many arguments it may have, without the receiver.</param>
/// <param name="Shape">How it is written.</param>
internal sealed record MacroSignature(string Name, bool IsMethod, ImmutableArray<int> ArgumentCounts, string Shape)
{
    /// <summary>Whether its arguments name variables that it declares.</summary>
    public bool DeclaresVariables => IsMethod || Name == "cel.bind";

    /// <summary>The macros of every environment.</summary>
    public static ImmutableArray<MacroSignature> All { get; } =
    [
        new("has", false, [1], "has(x.f)"),
        new("cel.bind", false, [3], "cel.bind(x, value, expression)"),
        new("all", true, [2, 3], "list.all(x, condition) or list.all(i, x, condition)"),
        new("exists", true, [2, 3], "list.exists(x, condition) or list.exists(i, x, condition)"),
        new("exists_one", true, [2, 3], "list.exists_one(x, condition) or list.exists_one(i, x, condition)"),
        new("existsOne", true, [2, 3], "list.existsOne(x, condition) or list.existsOne(i, x, condition)"),
        new("filter", true, [2], "list.filter(x, condition)"),
        new("map", true, [2, 3], "list.map(x, value) or list.map(x, condition, value)"),
        new("optMap", true, [2], "optional.optMap(x, value)"),
        new("optFlatMap", true, [2], "optional.optFlatMap(x, optional)"),
        new("sortBy", true, [2], "list.sortBy(x, key)"),
        new("transformList", true, [3, 4],
            "list.transformList(i, x, value) or list.transformList(i, x, condition, value)"),
        new("transformMap", true, [3, 4], "map.transformMap(k, v, value) or map.transformMap(k, v, condition, value)"),
        new("transformMapEntry", true, [3, 4],
            "map.transformMapEntry(k, v, {key: value}) or map.transformMapEntry(k, v, condition, {key: value})"),
    ];

    /// <summary>The macros that are there only where there is evidence.</summary>
    public static ImmutableArray<MacroSignature> OfEvidence { get; } =
    [
        new("known", false, [1], "known(x.f)"),
        new("token", false, [1], "token(x.f)"),
        new("require", false, [1], "require(x.f)"),
        new("missing", false, [1], "missing(x.f)"),
    ];

    /// <summary>Whether a call with so many arguments is one of the macro.</summary>
    public bool Takes(int arguments) => ArgumentCounts.Contains(arguments);
}
