using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Queries;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Sql;

namespace PolicyEval.Evaluation;

/// <summary>
/// Compiles policies over the columns of credential reports to one statement of SQL, which judges each row as the
/// evaluator judges a snapshot that holds the report alone.
/// </summary>
public static class QueryCompiler
{
    private const int UnusableInput = 3;
    private const int WrongUsage = 64;

    /// <summary>Compiles.</summary>
    /// <param name="library">The policies and frameworks.</param>
    /// <param name="rules">By which rules; what it says of snapshots, waivers and gates is not looked at.</param>
    /// <param name="query">Which statement.</param>
    public static QueryCompilation Compile(PolicyLibrary library, EvaluationRequest rules, QueryRequest query)
    {
        var input = new DiagnosticBag();
        input.AddRange(library.Diagnostics);
        input.AddRange(rules.Settings.Diagnostics);
        var options = new DiagnosticBag();
        var reader = new OptionReader(library, options);
        var frameworks = reader.Frameworks(rules.Frameworks);
        var wanted = reader.Policies(rules.Policies);
        var sets = reader.Sets(rules.Sets);
        var names = new QueryNames(query, options);
        var instant = InstantOf(reader.AsOf(rules.AsOf), names.AsOfColumn);
        if (rules.AsOf is not null && query.AsOfColumn is not null)
            options.Report(QueryDescriptors.TwoInstants, Location.None);
        if (rules.Settings.Overrides.AreOfAccounts)
            options.Report(QueryDescriptors.SettingsOfAccounts, Location.None);
        if (input.HasErrors)
            return new QueryCompilation(null, [.. input, .. options], UnusableInput);
        if (options.HasErrors || names.Dialect is not { } dialect || names.Table is not { } table)
            return new QueryCompilation(null, [.. input, .. options], WrongUsage);

        var resolver = new RuleResolver(rules.Settings.Overrides, sets);
        var (planned, _) = PolicyPlanner.Plan(library, frameworks, wanted, resolver, [""], options);
        if (options.HasErrors)
            return new QueryCompilation(null, [.. input, .. options], UnusableInput);
        var cells = new CellSql(instant.LastSecond);
        var policies = Translate(planned, new PolicyTranslator(instant, cells, options));
        if (policies.IsEmpty)
        {
            options.Report(QueryDescriptors.NothingLeft, Location.None);
            return new QueryCompilation(null, [.. input, .. options], WrongUsage);
        }

        var comments = QueryHead.Of(rules, dialect, instant, frameworks, policies);
        var rows = new RowSql(instant, cells, names.AbsentColumns);
        var statement = StatementBuilder.Build(comments, table, rows, cells, instant, policies).Write(dialect);
        Warn(statement, dialect, instant, policies, options);
        return new QueryCompilation(statement, [.. input, .. options], 0);
    }

    private static ImmutableArray<PolicyQuery> Translate(
        ImmutableArray<PlannedPolicy> planned, PolicyTranslator translator)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyQuery>();
        foreach (var policy in planned)
        {
            if (translator.Translate(policy, policies.Count + 1) is { } translated)
                policies.Add(translated);
        }

        return policies.ToImmutable();
    }

    private static InstantSource InstantOf(DateTimeOffset? asOf, string? column) =>
        column is not null ? InstantSource.In(column)
        : asOf is { } time ? InstantSource.At(time)
        : InstantSource.None;

    private static void Warn(
        string statement, SqlDialect dialect, InstantSource instant, ImmutableArray<PolicyQuery> policies,
        DiagnosticBag options)
    {
        var needy = policies.Where(policy => policy.UsesAsOf).Select(policy => policy.Planned.Compiled.Policy.Name)
            .Distinct(StringComparer.Ordinal).ToArray();
        if (instant == InstantSource.None && needy.Length > 0)
            options.Report(QueryDescriptors.NoInstant, Location.None, string.Join(", ", needy));
        var bytes = Encoding.UTF8.GetByteCount(statement);
        if (bytes > dialect.BytesMax)
        {
            options.Report(
                QueryDescriptors.TooLong, Location.None, bytes.ToString(CultureInfo.InvariantCulture), dialect.Name,
                dialect.BytesMax.Value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
