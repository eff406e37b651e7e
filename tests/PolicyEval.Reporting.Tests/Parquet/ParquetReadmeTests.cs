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
        string[] statements = [.. Statement().Matches(Page).Select(match => match.Value)];
        Assert.Equal(3, statements.Length);
        using var folder = new TemporaryFolder();
        folder.Write("results.parquet", Sample.Named(sample).WriteBytes("parquet"));
        PartitionedSample.Write(Sample.Named(sample)).WriteTo(folder);

        var counts = DuckTable.Query(folder, statements[0]);
        var metadata = DuckTable.Query(folder, statements[1]);
        var partitions = DuckTable.Query(folder, statements[2]);

        var findings = Sample.Named(sample).Findings;
        Assert.Equal(findings.Sum(f => f.Controls.Length), counts.Sum(row => (long)row["count_star()"]!));
        Assert.Contains(metadata, row => "policyeval.tool_version".Equals(row["name"]) && "0.1.0".Equals(row["value"]));
        Assert.Equal(
            findings.Select(f => $"{f.Resource.Account} 2026-03-01 1").Order(StringComparer.Ordinal),
            partitions.Select(row => $"{row["account"]} {row["date"]} {row["count_star()"]}"));
    }

    [GeneratedRegex("^  `?(?<name>[a-z0-9_]+)`? (?<type>string|int|timestamp),?$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("^    SELECT[^;]*;$", RegexOptions.Multiline)]
    private static partial Regex Statement();

    private static string TypeOf(ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Text => "string",
        ResultColumnKind.Number => "int",
        ResultColumnKind.Instant => "timestamp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
