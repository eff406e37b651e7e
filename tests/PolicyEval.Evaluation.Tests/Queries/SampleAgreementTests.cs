using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>DuckDB runs the statement on every sample, and agrees with the evaluator row by row.</summary>
public sealed class SampleAgreementTests
{
    private const string AsOf = "2026-03-01T06:12:45Z";

    private static readonly string[] Policies =
    [
        "root-access-key-absent", "root-mfa-enabled", "root-use", "access-key-rotation", "console-user-mfa",
        "credentials-unused", "no-keys-at-initial-setup", "one-active-access-key",
    ];

    public static TheoryData<string> Reports => [.. Directory
        .GetFiles(Repository.PathOf("snapshots"), "credential-report.csv", SearchOption.AllDirectories)
        .Select(Repository.RelativeTo).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_samples() => Assert.InRange(Reports.Count, 4, 100);

    [LakeTheory]
    [MemberData(nameof(Reports))]
    public void A_sample_is_judged_as_the_evaluator_does(string report)
    {
        var path = Repository.PathOf(report);
        foreach (var asOf in new[] { AsOf, null })
        {
            var rules = RulesAt(asOf);
            var library = PolicyLibrary.LoadFor(rules);
            using var lake = new Lake();
            var columns = File.ReadLines(path).First().Split(',');
            lake.Execute(
                $"INSERT INTO {QueryRequest.DefaultTable} BY NAME SELECT * FROM read_csv('{path}', all_varchar = true, "
                + $"force_not_null = [{string.Join(", ", columns.Select(column => $"'{column}'"))}])");

            Agreement.Check(
                Engine.Judge(library, rules, File.ReadAllText(path), asOf ?? ""),
                lake.Judge(StatementOf(library, rules)));
        }
    }

    /// <summary>What the tests of the policies say of rows with it: each case at its own instant.</summary>
    private static EvaluationRequest RulesAt(string? asOf) => new()
    {
        ToolVersion = "0.0.0",
        Policies = [.. Policies],
        AsOf = asOf,
    };

    private static string StatementOf(PolicyLibrary library, EvaluationRequest rules)
    {
        var compilation = QueryCompiler.Compile(library, rules, new QueryRequest { Dialect = "duckdb" });
        Assert.True(compilation.Statement is not null, string.Join('\n', compilation.Diagnostics));
        return compilation.Statement;
    }
}
