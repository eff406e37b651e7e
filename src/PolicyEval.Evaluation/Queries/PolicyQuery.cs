using System.Collections.Immutable;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Language.Sql;

namespace PolicyEval.Evaluation.Queries;

/// <summary>A policy as columns of the steps of a statement. Immutable.</summary>
/// <param name="Number">Its number in the statement, from 1.</param>
/// <param name="Planned">The policy.</param>
internal sealed record PolicyQuery(int Number, PlannedPolicy Planned)
{
    private const string NotApplicable = "not_applicable";
    private const string Fail = "fail";

    /// <summary>The columns of its variables, by the step in which they can be computed.</summary>
    public required ImmutableArray<ImmutableArray<SqlColumn>> Variables { get; init; }

    /// <summary>The columns of its rules.</summary>
    public required ImmutableArray<SqlColumn> Rules { get; init; }

    /// <summary>The match conditions with their reasons.</summary>
    public required ImmutableArray<(SqlValue Value, string Reason)> Conditions { get; init; }

    /// <summary>The validations with their reasons.</summary>
    public required ImmutableArray<(SqlValue Value, string Reason)> Validations { get; init; }

    /// <summary>Whether a rule asks for the instant at which ages are measured.</summary>
    public required bool UsesAsOf { get; init; }

    /// <summary>The column of its outcome.</summary>
    public string OutcomeName => FormattableString.Invariant($"p{Number}_outcome");

    /// <summary>The column of the reason.</summary>
    public string ReasonName => FormattableString.Invariant($"p{Number}_reason");

    /// <summary>
    /// Outcome and reason, in the order in which findings are made: a condition that is false, an error, missing
    /// evidence; then the validations likewise.
    /// </summary>
    public ImmutableArray<SqlColumn> Verdict()
    {
        var branches = Branches(Conditions, NotApplicable).Concat(Branches(Validations, Fail)).ToArray();
        return
        [
            new SqlColumn(OutcomeName, SqlNode.Case(
                branches.Select(branch => (branch.When, SqlNode.Literal(branch.Outcome))), SqlNode.Literal("pass"))),
            new SqlColumn(ReasonName, SqlNode.Case(
                branches.Select(branch => (branch.When, SqlNode.Literal(branch.Reason))), SqlNode.Literal(""))),
        ];
    }

    private static IEnumerable<(SqlNode When, string Outcome, string Reason)> Branches(
        ImmutableArray<(SqlValue Value, string Reason)> rules, string whenFalse)
    {
        foreach (var (value, reason) in rules)
            yield return (SqlNode.Not(value.Value), whenFalse, reason);
        var errors = rules.Select(rule => rule.Value).Where(rule => rule.MayBeError)
            .Select(rule => SqlNode.And(SqlNode.IsNull(rule.Value), rule.IsError));
        yield return (SqlNode.Or(errors), "error", "EvaluationError");
        yield return (SqlNode.Or(rules.Select(r => SqlNode.IsNull(r.Value.Value))), "incomplete", "MissingEvidence");
    }
}
