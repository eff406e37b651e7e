using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Sql;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// Puts the steps of a statement together: rows, instants, cells, variables, rules, verdicts. Each step adds columns to
/// the one before it, so that a row is read once for all policies.
/// </summary>
internal static class StatementBuilder
{
    private const string Policies = "policies";

    /// <summary>The statement.</summary>
    /// <param name="comments">Its head.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The first steps.</param>
    /// <param name="cells">The cells that the policies read.</param>
    /// <param name="instant">What tells the instant.</param>
    /// <param name="policies">The policies, at least one, by number.</param>
    public static SqlStatement Build(
        ImmutableArray<string> comments,
        SqlName table,
        RowSql rows,
        CellSql cells,
        InstantSource instant,
        ImmutableArray<PolicyQuery> policies)
    {
        var stages = rows.Stages(table).ToList();
        var asOf = SqlNode.Column(QueryColumns.AsOf);
        var dates = cells.Dates();
        if (instant.Column is not null)
        {
            Add(stages, "instants", [.. dates, new SqlColumn(QueryColumns.AsOfRead, InstantSql.ReadWithDates(asOf))]);
            Add(stages, "moments", [new SqlColumn(QueryColumns.AsOfSecond, InstantSql.InRange(
                SqlNode.Column(QueryColumns.AsOfRead), SqlNode.Literal(CelTimestamp.MaxSeconds)))]);
        }
        else
        {
            Add(stages, "instants", [.. dates]);
        }

        Add(stages, "cells", [.. cells.Values()]);
        var levels = policies.Max(policy => policy.Variables.Length);
        for (var level = 0; level < levels; level++)
        {
            Add(stages, FormattableString.Invariant($"variables_{level + 1}"),
                [.. policies.Where(p => p.Variables.Length > level).SelectMany(p => p.Variables[level])]);
        }

        Add(stages, "rules", [.. policies.SelectMany(policy => policy.Rules)]);
        Add(stages, "verdicts", [.. policies.SelectMany(policy => policy.Verdict())]);
        var last = stages[^1].Name;
        stages.Add(new SqlStage(Policies, [.. policies.Select(RowOf)]));
        return new SqlStatement(comments, [.. stages], Result(last, policies));
    }

    private static void Add(List<SqlStage> stages, string name, ImmutableArray<SqlColumn> columns)
    {
        if (columns.IsEmpty)
            return;
        var from = SqlName.Of(stages[^1].Name);
        stages.Add(new SqlStage(name, [new SqlSelect(columns) { KeepsAll = true, From = [from] }]));
    }

    private static SqlSelect RowOf(PolicyQuery query)
    {
        var policy = query.Planned.Compiled.Policy;
        return new SqlSelect(
        [
            new SqlColumn(QueryColumns.PolicyNumber, SqlNode.Index(query.Number)),
            new SqlColumn("policy", SqlNode.Literal(policy.Name)),
            new SqlColumn("controls", SqlNode.Literal(string.Join(", ", query.Planned.Controls))),
            new SqlColumn("severity", SqlNode.Literal(NameOf(query.Planned.Severity.Value))),
            new SqlColumn(QueryColumns.PolicyType, SqlNode.Literal(policy.Resource)),
        ]);
    }

    private static SqlSelect Result(string from, ImmutableArray<PolicyQuery> policies)
    {
        var type = SqlNode.Column(QueryColumns.ResourceType);
        return new SqlSelect(
            [
                Same(QueryColumns.Account), Same(QueryColumns.ResourceType), Same(QueryColumns.Resource),
                new SqlColumn("arn", SqlNode.Column(QueryColumns.ResourceArn)), Same(QueryColumns.AsOf),
                Same("policy"), Same("controls"), Same("severity"),
                new SqlColumn("outcome", OfPolicy(policies, query => query.OutcomeName, "error", "not_applicable")),
                new SqlColumn("reason", OfPolicy(policies, query => query.ReasonName, "UnusableRow", "NoneExist")),
            ])
        {
            From = [SqlName.Of(from), SqlName.Of(Policies)],
            Where = SqlNode.Or(
                SqlNode.Equal(SqlNode.Column(QueryColumns.PolicyType), type), SqlNode.IsNull(type)),
        };

        static SqlColumn Same(string name) => new(name, SqlNode.Column(name));
    }

    private static SqlNode OfPolicy(
        ImmutableArray<PolicyQuery> policies, Func<PolicyQuery, string> column, string unusable, string noUsers) =>
        SqlNode.Case(
            [
                (SqlNode.IsNull(SqlNode.Column(QueryColumns.ResourceType)), SqlNode.Literal(unusable)),
                (SqlNode.Equal(SqlNode.Column(QueryColumns.Shape), SqlNode.Literal(RowShape.NoUsers)),
                    SqlNode.Literal(noUsers)),
            ],
            SqlNode.Switch(
                SqlNode.Column(QueryColumns.PolicyNumber),
                policies.Select(query => (SqlNode.Index(query.Number), SqlNode.Column(column(query)))),
                SqlNode.Null(SqlType.Varchar)));

    private static string NameOf(Severity severity) => severity.ToString().ToLowerInvariant();
}
