using System.Data;
using DuckDB.NET.Data;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>Asks DuckDB about a Parquet file.</summary>
internal static class DuckTable
{
    /// <summary>The rows that SQL gives over the file <c>results.parquet</c>.</summary>
    public static List<Dictionary<string, object?>> Query(byte[] file, string sql)
    {
        using var folder = new TemporaryFolder();
        folder.Write("results.parquet", file);
        return Query(folder, sql);
    }

    /// <summary>The rows that SQL gives, in which quoted names of files and folders are those of the folder.</summary>
    public static List<Dictionary<string, object?>> Query(TemporaryFolder folder, string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql
            .Replace("'results.parquet'", $"'{folder.PathOf("results.parquet")}'", StringComparison.Ordinal)
            .Replace("'results/", $"'{folder.PathOf("results/")}", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read())
            rows.Add(RowOf(reader));
        return rows;
    }

    private static Dictionary<string, object?> RowOf(IDataRecord record) => Enumerable.Range(0, record.FieldCount)
        .ToDictionary(record.GetName, i => record.IsDBNull(i) ? null : record.GetValue(i), StringComparer.Ordinal);
}
