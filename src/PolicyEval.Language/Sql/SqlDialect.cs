using System.Collections.Immutable;

namespace PolicyEval.Language.Sql;

/// <summary>
/// How an engine names the functions. All else that is written here is the same in all of them. Immutable.
/// </summary>
public sealed class SqlDialect
{
    private readonly string _regexpLike;

    private SqlDialect(string name, string regexpLike, int? bytesMax)
    {
        Name = name;
        _regexpLike = regexpLike;
        BytesMax = bytesMax;
    }

    /// <summary>DuckDB.</summary>
    public static SqlDialect DuckDb { get; } = new("duckdb", "regexp_matches", bytesMax: null);

    /// <summary>Amazon Athena, engine version 3, and Trino, from which that is made.</summary>
    public static SqlDialect Athena { get; } = new("athena", "regexp_like", bytesMax: 262_144);

    /// <summary>All of them.</summary>
    public static ImmutableArray<SqlDialect> All { get; } = [DuckDb, Athena];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How many bytes of UTF-8 a statement may have, or null for any number.</summary>
    public int? BytesMax { get; }

    /// <summary>The dialect of a name, or null.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name == name);

    /// <summary>The name of a function.</summary>
    internal string NameOf(SqlFunction function) => function switch
    {
        SqlFunction.RegexpLike => _regexpLike,
        SqlFunction.RegexpExtract => "regexp_extract",
        SqlFunction.SplitPart => "split_part",
        SqlFunction.Substr => "substr",
        SqlFunction.Length => "length",
        SqlFunction.Lower => "lower",
        SqlFunction.Strpos => "strpos",
        SqlFunction.DateDiff => "date_diff",
        SqlFunction.Coalesce => "coalesce",
        SqlFunction.BoolOr => "bool_or",
        _ => throw new System.Diagnostics.UnreachableException(function.ToString()),
    };
}
