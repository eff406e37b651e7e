using System.Collections.Immutable;

namespace PolicyEval.Language.Sql;

/// <summary>A query.</summary>
/// <param name="Comments">The lines at its head.</param>
/// <param name="Stages">The steps, each of which reads earlier ones.</param>
/// <param name="Result">What it gives.</param>
public sealed record SqlStatement(
    ImmutableArray<string> Comments, ImmutableArray<SqlStage> Stages, SqlSelect Result)
{
    /// <summary>The statement as text with LF, without a semicolon, so that it can stand in another one.</summary>
    public string Write(SqlDialect dialect) => new SqlWriter(dialect).Write(this);
}
