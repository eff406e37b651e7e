using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>A table of credential reports in DuckDB, as the README defines it, and what a statement gives over it.</summary>
internal sealed class Lake : IDisposable
{
    /// <summary>The column that tells the instant of each row.</summary>
    public const string Time = "generated_time";

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public Lake()
    {
        _connection.Open();
        var columns = CredentialReportColumns.All.Select(column => $"\"{column.Name}\" VARCHAR").Append($"{Time} VARCHAR");
        Execute($"CREATE TABLE {QueryRequest.DefaultTable} ({string.Join(", ", columns)})");
    }

    /// <summary>Whether there is a library of DuckDB for this machine.</summary>
    public static bool IsHere
    {
        get
        {
            if (!NativeLibrary.TryLoad("duckdb", typeof(DuckDBConnection).Assembly, null, out var library))
                return false;
            NativeLibrary.Free(library);
            return true;
        }
    }

    /// <summary>Adds rows: the cells of all columns, and the instant, with null for what is absent.</summary>
    public Lake Add(IEnumerable<(string?[] Cells, string? Time)> rows)
    {
        using var appender = _connection.CreateAppender(QueryRequest.DefaultTable);
        foreach (var (cells, time) in rows)
        {
            var row = appender.CreateRow();
            foreach (var cell in cells.Append(time))
            {
                if (cell is null)
                    row.AppendNullValue();
                else
                    row.AppendValue(cell);
            }

            row.EndRow();
        }

        return this;
    }

    /// <summary>Adds a report as a file, as the page reads it.</summary>
    public Lake AddFile(string path)
    {
        Execute(
            $"INSERT INTO {QueryRequest.DefaultTable} BY NAME SELECT * FROM read_csv('{path}', all_varchar = true, "
            + "nullstr = '(null)')");
        return this;
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The verdicts that a statement gives, in any order.</summary>
    public List<LakeVerdict> Judge(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var verdicts = new List<LakeVerdict>();
        while (reader.Read())
        {
            string Text(string name) => reader[name] as string ?? "";
            verdicts.Add(new LakeVerdict(
                Text("as_of"), Text("account"), Text("resource_type"), Text("resource"), Text("arn"), Text("policy"),
                Text("outcome"), Text("reason")));
        }

        return verdicts;
    }

    public void Dispose() => _connection.Dispose();
}
