using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Sql;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Queries;

/// <summary>Translates policies one by one; those that SQL cannot say are reported by name.</summary>
internal sealed class PolicyTranslator(InstantSource instant, CellSql cells, DiagnosticBag diagnostics)
{
    /// <summary>The policy in SQL, or null where it is left out.</summary>
    /// <param name="planned">The policy.</param>
    /// <param name="number">The number that it gets.</param>
    public PolicyQuery? Translate(PlannedPolicy planned, int number)
    {
        var policy = planned.Compiled;
        if (policy.Policy.Resource is not (ResourceSchema.UserType or ResourceSchema.RootType))
        {
            diagnostics.Report(
                QueryDescriptors.OtherResource, policy.Policy.Location, policy.Policy.Name, policy.Policy.Resource);
            return null;
        }

        var prefix = FormattableString.Invariant($"p{number}");
        var own = new CellSql(instant.LastSecond);
        var scope = new PolicyScope(policy, prefix, own, instant.Value);
        var columns = ImmutableArray.CreateBuilder<SqlColumn>();
        var conditions = Translate(policy, policy.MatchConditions, scope, prefix + "_m", columns);
        var validations = Translate(policy, policy.Validations, scope, prefix + "_r", columns);
        if (conditions is null || validations is null)
            return null;
        cells.Take(own);
        return new PolicyQuery(number, planned)
        {
            Variables = [.. scope.Levels.Select(level => level.ToImmutableArray())],
            Rules = columns.ToImmutable(),
            Conditions = conditions.Value,
            Validations = validations.Value,
            UsesAsOf = scope.UsesAsOf,
        };
    }

    private ImmutableArray<(SqlValue Value, string Reason)>? Translate(
        CompiledPolicy policy,
        ImmutableArray<CompiledRule> rules,
        PolicyScope scope,
        string prefix,
        ImmutableArray<SqlColumn>.Builder columns)
    {
        if (scope.Fault is not null)
            return null;
        var values = ImmutableArray.CreateBuilder<(SqlValue, string)>();
        foreach (var (index, rule) in rules.Index())
        {
            var translation = rule.Expression.ToSql(scope);
            if (translation.Value is not { } value)
            {
                var (text, span, why) = scope.Fault ?? (rule.Expression.Text, translation.Span, translation.Fault);
                LeaveOut(policy, text, span, why);
                return null;
            }

            if (!SqlWriter.CanSay(rule.Reason))
            {
                LeaveOut(policy, rule.Expression.Text, new TextSpan(0, 0), "has a reason that SQL cannot hold");
                return null;
            }

            var name = FormattableString.Invariant($"{prefix}{index + 1}");
            values.Add((Columns.Keep(value, name, columns.Add), rule.Reason));
        }

        return values.ToImmutable();
    }

    private void LeaveOut(CompiledPolicy policy, EmbeddedText text, TextSpan span, string why) =>
        diagnostics.Report(QueryDescriptors.CannotSay, Location.Of(text, span), policy.Policy.Name, why);
}
