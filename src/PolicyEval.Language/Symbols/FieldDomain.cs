using System.Collections.Immutable;

namespace PolicyEval.Language.Symbols;

/// <summary>What is known about the values of a field beyond its type, for comparisons with constants.</summary>
public sealed record FieldDomain
{
    /// <summary>The only texts that the field can be; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>
    /// The words that stand in a cell of the field instead of a value, such as <c>N/A</c>; empty where the cell may
    /// hold any text.
    /// </summary>
    public ImmutableArray<string> Tokens { get; init; } = [];

    /// <summary>Whether the field is a number that is never negative.</summary>
    public bool IsCount { get; init; }
}
