using Parquet;
using Parquet.Schema;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>A Parquet file as Parquet.Net reads it.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows; a cell is a string, an int, a DateTime or null.</param>
/// <param name="Groups">How many rows each row group has.</param>
/// <param name="Metadata">The names and values of the file.</param>
internal sealed record ParquetTable(
    string[] Columns, List<Dictionary<string, object?>> Rows, long[] Groups, Dictionary<string, string> Metadata)
{
    public static async Task<ParquetTable> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        await using var reader = await ParquetReader.CreateAsync(stream);
        var fields = reader.Schema.GetDataFields();
        var rows = new List<Dictionary<string, object?>>();
        foreach (var group in reader.RowGroups)
        {
            var start = rows.Count;
            for (var i = 0; i < group.RowCount; i++)
                rows.Add(new Dictionary<string, object?>(fields.Length, StringComparer.Ordinal));
            foreach (var field in fields)
            {
                var cells = await Read(group, field);
                for (var i = 0; i < cells.Length; i++)
                    rows[start + i].Add(field.Name, cells[i]);
            }
        }

        return new ParquetTable(
            [.. fields.Select(field => field.Name)], rows, [.. reader.RowGroups.Select(group => group.RowCount)],
            reader.CustomMetadata);
    }

    private static async Task<object?[]> Read(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(int))
        {
            var numbers = new int?[group.RowCount];
            await group.ReadAsync<int>(field, numbers.AsMemory());
            return [.. numbers];
        }

        if (field.ClrType == typeof(DateTime))
        {
            var instants = new DateTime?[group.RowCount];
            await group.ReadAsync<DateTime>(field, instants.AsMemory());
            return [.. instants];
        }

        Assert.True(field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(string), field.ClrType.Name);
        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()!);
        return [.. texts];
    }
}
