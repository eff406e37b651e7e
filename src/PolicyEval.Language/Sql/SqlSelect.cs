using System.Collections.Immutable;

namespace PolicyEval.Language.Sql;

/// <summary>A SELECT.</summary>
/// <param name="Columns">What it gives, by name.</param>
public sealed record SqlSelect(ImmutableArray<SqlColumn> Columns)
{
    /// <summary>Whether it gives all columns of what it reads first.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>
    /// What it reads, each by the parts of its name; several are joined, each row with each. None for one row.
    /// </summary>
    public ImmutableArray<SqlName> From { get; init; } = [];

    /// <summary>Which rows, or null for all.</summary>
    public SqlNode? Where { get; init; }

    /// <summary>The columns by whose values rows become one; empty for none.</summary>
    public ImmutableArray<string> GroupBy { get; init; } = [];
}
