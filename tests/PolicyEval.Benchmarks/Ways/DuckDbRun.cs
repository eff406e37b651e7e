using DuckDB.NET.Data;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Generating;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>DuckDB with one SQL statement over the file, from a new database in memory to counts.</summary>
internal static class DuckDbRun
{
    private static readonly Lazy<string> Statement = new(ReadStatement);

    /// <summary>Counts.</summary>
    public static OutcomeTable Count(string path, int threads)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = FormattableString.Invariant($"SET threads = {threads}");
        settings.ExecuteNonQuery();
        using var command = connection.CreateCommand();
        command.CommandText = Statement.Value
            .Replace("{path}", path.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{asOf}", ReportShape.AsOf, StringComparison.Ordinal);
        using var rows = command.ExecuteReader();
        var counts = new OutcomeTable();
        while (rows.Read())
        {
            var policy = ComparedPolicies.Names.IndexOf(rows.GetString(0));
            counts[policy, (Outcome)rows.GetInt32(1)] += rows.GetInt64(2);
        }

        return counts;
    }

    private static string ReadStatement()
    {
        using var stream = typeof(DuckDbRun).Assembly.GetManifestResourceStream("cis_v130.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
