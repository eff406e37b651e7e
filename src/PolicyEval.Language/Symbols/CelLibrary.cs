using System.Collections.Immutable;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Symbols;

/// <summary>Functions and type names that belong together and are added to an environment at once.</summary>
/// <param name="Name">The name, such as <c>strings</c>.</param>
/// <param name="Functions">The functions, operators among them.</param>
public sealed record CelLibrary(string Name, ImmutableArray<FunctionSymbol> Functions)
{
    /// <summary>The names of types that are values of an expression, each with the type that it denotes.</summary>
    public ImmutableArray<KeyValuePair<string, CelType>> Types { get; init; } = [];
}
