using System.Collections.Immutable;

namespace PolicyEval.Language.Symbols;

/// <summary>A function with all its overloads.</summary>
/// <param name="Name">
/// The name, possibly qualified (<c>math.greatest</c>); operators are called <c>_+_</c>, <c>!_</c>, <c>_[_]</c>,
/// <c>@in</c>.
/// </param>
/// <param name="Overloads">The signatures; no two of them overlap once type parameters are erased.</param>
public sealed record FunctionSymbol(string Name, ImmutableArray<OverloadSymbol> Overloads)
{
    /// <summary>The name of the function that the macro <c>sortBy</c> calls with pairs of key and element.</summary>
    internal const string SortByKeys = "lists.@sortByKeys";

    /// <summary>What the function does, for help and completion.</summary>
    public string Documentation { get; init; } = "";
}
