namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>
/// The statement for Athena: another program parses it as Trino's SQL and writes it for DuckDB, which then judges as the
/// statement for DuckDB does.
/// </summary>
public sealed class AthenaDialectTests
{
    private static readonly EvaluationRequest Rules = new() { ToolVersion = "0.0.0", Frameworks = ["cis_v130"] };

    [PolyglotTheory]
    [InlineData("trino")]
    [InlineData("athena")]
    public void It_is_SQL_of_Trino_and_means_the_same(string name)
    {
        var library = PolicyLibrary.LoadFor(Rules);
        var random = new Random(20_261_128);
        using var lake = new Lake();
        foreach (var time in new[] { "2026-03-01T06:12:45Z", "2025-12-31", "junk" })
            lake.Add(new RandomReport(random, 60).Rows.Select(row => (row, (string?)time)));
        var athena = Statement("athena");

        var translated = Polyglot.ToDuckDb(athena, name);

        Assert.DoesNotContain("regexp_like", translated, StringComparison.OrdinalIgnoreCase);
        Agreement.Check(lake.Judge(Statement("duckdb")), lake.Judge(translated));

        string Statement(string dialect) => QueryCompiler.Compile(
            library, Rules, new QueryRequest { Dialect = dialect, AsOfColumn = Lake.Time }).Statement!;
    }
}
