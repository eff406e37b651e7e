using System.Text.RegularExpressions;
using PolicyEval.Reporting.Rows;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>What the page about the table says is tried.</summary>
public sealed partial class ParquetReadmeTests
{
    private static readonly string Page =
        File.ReadAllText(Repository.PathOf("src", "PolicyEval.Reporting", "Parquet", "README.md"));

    [Fact]
    public void Athena_has_the_columns_with_their_types() => Assert.Equal(
        ResultColumns.All.Where(column => column.Name != "account").Select(column => $"{column.Name} {TypeOf(column.Kind)}"),
        Definition().Matches(Page).Select(match => match.Groups["name"].Value + " " + match.Groups["type"].Value));

    [DuckTheory]
    [InlineData("Few")]
    public void DuckDB_takes_each_statement(string sample)
    {
        var section = Page[Page.IndexOf("## DuckDB", StringComparison.Ordinal)..];
        string[] statements = [.. Statement().Matches(section).Select(match => match.Value)];
        Assert.Equal(3, statements.Length);
        using var folder = new TemporaryFolder();
        folder.Write("results.parquet", Sample.Named(sample).WriteBytes("parquet"));

        var counts = DuckTable.Query(folder, statements[0]);
        var metadata = DuckTable.Query(folder, statements[1]);
        DuckTable.Query(folder, statements[2]);

        var findings = Sample.Named(sample).Findings;
        Assert.Equal(findings.Sum(f => f.Controls.Length), counts.Sum(row => (long)row["count_star()"]!));
        Assert.Contains(metadata, row => "policyeval.tool_version".Equals(row["name"]) && "0.1.0".Equals(row["value"]));
        Assert.Equal(
            findings.SelectMany(f => f.Controls.Select(_ => f.Resource.Account)).Order(StringComparer.Ordinal),
            DuckTable.Query(folder, "SELECT account FROM read_parquet('lake/*/*/*.parquet', hive_types = {'account': VARCHAR})")
                .Select(row => (string?)row["account"]).Order(StringComparer.Ordinal));
        Assert.All(
            Directory.GetDirectories(folder.PathOf("lake")),
            account => Assert.All(Directory.GetDirectories(account), date => Assert.Matches("/date=2026-[0-9]{2}-[0-9]{2}$", date)));
    }

    [GeneratedRegex("^  `?(?<name>[a-z0-9_]+)`? (?<type>string|int|timestamp),?$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("^    (SELECT|COPY)[^;]*;$", RegexOptions.Multiline)]
    private static partial Regex Statement();

    private static string TypeOf(ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Text => "string",
        ResultColumnKind.Number => "int",
        ResultColumnKind.Instant => "timestamp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
