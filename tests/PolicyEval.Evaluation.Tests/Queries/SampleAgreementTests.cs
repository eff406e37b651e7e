using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Testing;
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

    public static TheoryData<string> Names => [.. Policies];

    private static PolicyTestLibrary BundledTests { get; } = PolicyTestLibrary.Load();

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
            using var lake = new Lake().AddFile(path);

            Agreement.Check(
                Engine.Judge(library, rules, File.ReadAllText(path), asOf ?? ""),
                lake.Judge(StatementOf(library, rules)));
        }
    }

    /// <summary>The reports that the tests of a policy describe, each at its own instant with its own parameters.</summary>
    [LakeTheory]
    [MemberData(nameof(Names))]
    public void The_reports_of_a_policys_tests_are_judged_as_the_evaluator_does(string policy)
    {
        using var folder = new TemporaryFolder();
        using var lake = new Lake();
        var tests = BundledTests.Tests.Single(own => own.Policy.Name == policy);
        var cases = tests.Cases.Where(test => test.Evidence is { Snapshot: null, HasReport: true, Files.IsEmpty: true });
        var compared = 0;
        foreach (var test in cases)
        {
            var csv = ReportText.Of(test.Evidence, tests.Policy.Resource);
            if (!Engine.Takes(csv))
                continue;
            var rules = RulesAt(test.AsOf ?? test.Evidence.Generated) with { Policies = [policy], Sets = test.Sets };
            folder.Write("report.csv", csv);
            lake.Execute($"DELETE FROM {QueryRequest.DefaultTable}");
            lake.AddFile(folder.PathOf("report.csv"));
            var asOf = InstantText.Parse(rules.AsOf ?? "") is { } time ? Instants.ToText(time) : "";

            Agreement.Check(
                Engine.Judge(BundledTests.Library, rules, csv, asOf),
                lake.Judge(StatementOf(BundledTests.Library, rules)), _ => test.Name);
            compared++;
        }

        Assert.InRange(compared, 8, 200);
    }

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
