using System.Globalization;
using System.Text;
using CsvHelper;
using PolicyEval.Reporting.Csv;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>Holds the cells that a reader finds against those of the CSV report.</summary>
internal static class CsvAgreement
{
    /// <summary>Compares every cell; the CSV report writes out what would not be seen or would be a formula.</summary>
    public static void AssertSame(string csv, List<Dictionary<string, object?>> rows) => AssertSame(Lines(csv), rows);

    /// <summary>The same of lines, the header first.</summary>
    public static void AssertSame(List<string[]> lines, List<Dictionary<string, object?>> rows)
    {
        Assert.Equal(lines.Count - 1, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(lines[0].Length, rows[i].Count);
            for (var column = 0; column < lines[0].Length; column++)
            {
                var cell = rows[i][lines[0][column]];
                if (CsvOf(cell) != lines[i + 1][column])
                    Assert.Equal($"{lines[0][column]} {lines[i + 1][column]}", $"{lines[0][column]} {CsvOf(cell)}");
            }
        }
    }

    private static string CsvOf(object? cell)
    {
        var text = cell switch
        {
            null => "",
            DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            string value => value,
            _ => throw new InvalidOperationException($"{cell.GetType()}"),
        };
        using var writer = new StringWriter();
        new CsvLineWriter(writer).Cell(text);
        return writer.ToString()[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    /// <summary>The lines of a CSV report, the header first.</summary>
    public static List<string[]> Lines(string csv)
    {
        using var reader = CsvReader.Create(
            Encoding.UTF8.GetBytes(csv), new CsvReaderOptions { Separator = ',', SkipEmptyLines = false, HasHeader = false });
        var lines = new List<string[]>();
        while (reader.Read())
        {
            lines.Add(
            [
                .. Enumerable.Range(0, reader.FieldCount)
                    .Select(i => reader.GetString(i).Replace("\\u{d800}", "\ufffd", StringComparison.Ordinal)),
            ]);
        }

        return lines;
    }
}
