using System.Text.RegularExpressions;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>What the page about SQL says is tried.</summary>
public sealed partial class QueryReadmeTests
{
    private const string Generated = "2026-03-01T06:12:45Z";

    private static readonly string Page =
        File.ReadAllText(Repository.PathOf("src", "PolicyEval.Evaluation", "Queries", "README.md"));

    private static readonly string[] Blocks = [.. Block().Matches(Page).Select(match => match.Groups["sql"].Value)];

    private static readonly EvaluationRequest Rules = new() { ToolVersion = "0.0.0", Frameworks = ["cis_v130"] };

    [Fact]
    public void Athena_has_the_columns_of_a_report_in_their_order()
    {
        var tables = Blocks.Where(block => block.StartsWith("CREATE EXTERNAL TABLE", StringComparison.Ordinal)).ToArray();
        var columns = CredentialReportColumns.All.Select(column => column.Name).ToArray();
        Assert.Equal(2, tables.Length);
        Assert.Equal([.. columns, "generated_time", "account", "date"], NamesIn(tables[0]));
        Assert.Equal([.. columns, "account", "generated_time"], NamesIn(tables[1]));
    }

    [Fact]
    public void The_statement_of_the_framework_is_as_short_as_the_page_says()
    {
        var statement = QueryCompiler.Compile(
            PolicyLibrary.LoadFor(Rules), Rules,
            new QueryRequest { Dialect = "athena", AsOfColumn = "generated_time" }).Statement!;
        Assert.InRange(statement.Length, 40_000, 60_000);
    }

    [LakeFact]
    public void DuckDB_takes_each_statement_and_judges_the_same_over_CSV_and_Parquet()
    {
        using var folder = new TemporaryFolder();
        var sample = Repository.PathOf("snapshots", "odd-cells", "credential-report.csv");
        folder.Write($"reports/generated_time={Generated.Replace(":", "%3A", StringComparison.Ordinal)}/report.csv",
            File.ReadAllText(sample));
        folder.Write("evidence.csv", File.ReadAllText(sample));
        using var lake = new Lake();
        lake.Execute($"DROP TABLE {QueryRequest.DefaultTable}");
        var library = PolicyLibrary.LoadFor(Rules);
        string[] absent = ["access_key_1_last_used_region"];
        var statement = QueryCompiler.Compile(library, Rules, new QueryRequest
        {
            Dialect = "duckdb",
            AsOfColumn = "generated_time",
            AbsentColumns = [.. absent],
        }).Statement!;
        var expected = Engine.Judge(library, Rules with { AsOf = Generated }, File.ReadAllText(sample), Generated)
            .Where(verdict => statement.Contains($"'{verdict.Policy}'", StringComparison.Ordinal)).ToArray();

        lake.Execute(Placed(folder, Blocks[0]));
        Agreement.Check(expected, lake.Judge(statement));
        lake.Execute(Placed(folder, Blocks[1]));
        lake.Execute(Placed(folder, Blocks[2]));
        Agreement.Check(expected, lake.Judge(statement));
        Assert.True(Directory.Exists(folder.PathOf("lake/account=777788889999/date=2026-03-01")));

        // And as the page has it in a shell.
        lake.Execute($"SELECT as_of, policy, count(*) FROM ({statement}) WHERE outcome = 'fail' GROUP BY ALL");
    }

    private static string Placed(TemporaryFolder folder, string sql) => sql
        .Replace("'reports/", $"'{folder.PathOf("reports")}/", StringComparison.Ordinal)
        .Replace("'lake", $"'{folder.PathOf("lake")}", StringComparison.Ordinal)
        .Replace("'evidence.csv'", $"'{folder.PathOf("evidence.csv")}'", StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(string table) =>
        Name().Matches(table).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`(?<name>[a-z0-9_]+)` string")]
    private static partial Regex Name();
}
