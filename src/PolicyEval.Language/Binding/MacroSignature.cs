using System.Collections.Immutable;

namespace PolicyEval.Language.Binding;

/// <summary>A macro as people call it. A call of another shape is an ordinary call, or a mistake.</summary>
/// <param name="Name">The name, possibly qualified.</param>
/// <param name="IsMethod">Whether it is called after a dot, on a value.</param>
/// <param name="Shape">How it is written.</param>
internal sealed record MacroSignature(string Name, bool IsMethod, string Shape)
{
    /// <summary>Whether its arguments name variables that it declares.</summary>
    public bool DeclaresVariables => IsMethod || Name == "cel.bind";

    /// <summary>The macros of every environment.</summary>
    public static ImmutableArray<MacroSignature> All { get; } =
    [
        new("has", false, "has(x.f)"),
        new("cel.bind", false, "cel.bind(x, value, expression)"),
        new("all", true, "list.all(x, condition) or list.all(i, x, condition)"),
        new("exists", true, "list.exists(x, condition) or list.exists(i, x, condition)"),
        new("exists_one", true, "list.exists_one(x, condition) or list.exists_one(i, x, condition)"),
        new("existsOne", true, "list.existsOne(x, condition) or list.existsOne(i, x, condition)"),
        new("filter", true, "list.filter(x, condition)"),
        new("map", true, "list.map(x, value) or list.map(x, condition, value)"),
        new("optMap", true, "optional.optMap(x, value)"),
        new("optFlatMap", true, "optional.optFlatMap(x, optional)"),
        new("sortBy", true, "list.sortBy(x, key)"),
        new("transformList", true, "list.transformList(i, x, value) or list.transformList(i, x, condition, value)"),
        new("transformMap", true, "map.transformMap(k, v, value) or map.transformMap(k, v, condition, value)"),
        new("transformMapEntry", true,
            "map.transformMapEntry(k, v, {key: value}) or map.transformMapEntry(k, v, condition, {key: value})"),
    ];

    /// <summary>The macros that are there only where there is evidence.</summary>
    public static ImmutableArray<MacroSignature> OfEvidence { get; } =
    [
        new("known", false, "known(x.f)"),
        new("token", false, "token(x.f)"),
        new("require", false, "require(x.f)"),
        new("missing", false, "missing(x.f)"),
    ];
}
