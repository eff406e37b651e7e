using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>
/// DuckDB agrees with the evaluator on random reports of hostile cells: for the bundled policies, and for random ones
/// that hold whatever SQL can say. The seed is printed; <c>POLICYEVAL_LAKE_SEED</c> and <c>POLICYEVAL_LAKE_COUNT</c>
/// set it and the number of rounds.
/// </summary>
public sealed class RandomAgreementTests(ITestOutputHelper output)
{
    private const int RowCount = 120;
    private const int PolicyCount = 40;

    private static readonly EvaluationRequest Bundled = new()
    {
        ToolVersion = "0.0.0",
        Policies =
        [
            "root-access-key-absent", "root-mfa-enabled", "root-use", "access-key-rotation", "console-user-mfa",
            "credentials-unused", "no-keys-at-initial-setup", "one-active-access-key",
        ],
    };

    // As text of a column, and as the evaluator is given it; null where it is told none.
    private static readonly (string? Text, string? AsOf)[] Times =
    [
        ("2026-03-01T06:12:45Z", "2026-03-01T06:12:45Z"), ("2026-03-01T06:12:45.75+00:00", "2026-03-01T06:12:45Z"),
        ("2025-12-31T23:00:00-0330", "2026-01-01T02:30:00Z"), ("2026-02-28", "2026-02-28"), ("junk", null), (null, null),
        ("", null), ("2026-02-30", null), ("0001-01-01T00:00:00+00:01", null), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ];

    [LakeFact]
    public void Bundled_policies_agree_at_one_instant()
    {
        var library = PolicyLibrary.LoadFor(Bundled);
        Run(8, random => AgreeAtOne(random, library, Bundled with
        {
            AsOf = HostileCells.Pick(random, "2026-03-01T06:12:45Z", "2026-03-01T06:12:45Z", null),
            Sets = [.. random.Next(2) == 0 ? ["root-access-key-absent.inactiveKey=pass"] : Array.Empty<string>()],
        }));
    }

    [LakeFact]
    public void Bundled_policies_agree_at_the_time_of_each_report()
    {
        var library = PolicyLibrary.LoadFor(Bundled);
        Run(4, random =>
        {
            using var lake = new Lake();
            var expected = new List<LakeVerdict>();
            foreach (var (text, asOf) in Times)
            {
                var report = new RandomReport(random, RowCount / 6);
                lake.Add(report.Rows.Select(row => (row, text)));
                expected.AddRange(Judged(library, Bundled with { AsOf = asOf }, report, text));
            }

            var statement = StatementOf(library, Bundled, new QueryRequest
            {
                Dialect = "duckdb",
                AsOfColumn = Lake.Time,
            });
            Agreement.Check(expected, lake.Judge(statement));
        });
    }

    [LakeFact]
    public void Random_policies_agree() => Run(4, random =>
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < PolicyCount; i++)
            folder.Write($"p{i}.yaml", new RandomPolicy(random, i % 4 == 0 ? "root" : "user").Write($"p{i}"));
        foreach (var file in PolicyLibrary.Load(folder.Path).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location.File).Distinct(StringComparer.Ordinal))
            File.Delete(file);
        var names = Directory.GetFiles(folder.Path).Select(file => Path.GetFileNameWithoutExtension(file)!).ToArray();
        Assert.InRange(names.Length, PolicyCount / 4, PolicyCount);
        var rules = new EvaluationRequest
        {
            ToolVersion = "0.0.0",
            Policies = [.. names],
            AsOf = HostileCells.Pick(random, "2026-03-01T06:12:45Z", "2026-03-01T06:12:45Z", null),
        };
        AgreeAtOne(
            random, PolicyLibrary.Load(folder.Path), rules, name => File.ReadAllText(folder.PathOf(name + ".yaml")));
    });

    private static void AgreeAtOne(
        Random random, PolicyLibrary library, EvaluationRequest rules, Func<string, string>? textOf = null)
    {
        var report = new RandomReport(random, RowCount);
        using var lake = new Lake();
        lake.Add(report.Rows.Select(row => (row, (string?)null)));
        var statement = StatementOf(library, rules, new QueryRequest { Dialect = "duckdb" });
        Agreement.Check(Judged(library, rules, report, rules.AsOf), lake.Judge(statement), textOf);
    }

    private static List<LakeVerdict> Judged(
        PolicyLibrary library, EvaluationRequest rules, RandomReport report, string? asOf) =>
        Engine.Judge(library, rules, report.ToCsv(), asOf ?? "");

    private static string StatementOf(PolicyLibrary library, EvaluationRequest rules, QueryRequest query)
    {
        var compilation = QueryCompiler.Compile(library, rules, query);
        Assert.True(compilation.Statement is not null, string.Join('\n', compilation.Diagnostics));

        // Nothing that is asked for here may be left out.
        Assert.DoesNotContain(compilation.Diagnostics, diagnostic => diagnostic.Id is "PE4190" or "PE4191");
        return compilation.Statement;
    }

    private void Run(int rounds, Action<Random> round)
    {
        var first = Setting("POLICYEVAL_LAKE_SEED", 20_261_128);
        rounds = Setting("POLICYEVAL_LAKE_COUNT", rounds);
        for (var seed = first; seed < first + rounds; seed++)
        {
            output.WriteLine($"POLICYEVAL_LAKE_SEED={seed} POLICYEVAL_LAKE_COUNT=1");
            round(new Random(seed));
        }
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            ? set
            : standard;
}
