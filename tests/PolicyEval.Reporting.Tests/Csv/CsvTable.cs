using System.Text;
using CsvHelper;

namespace PolicyEval.Reporting.Tests.Csv;

/// <summary>CSV as another program reads it.</summary>
internal static class CsvTable
{
    /// <summary>The lines by the titles of their columns; all have as many cells as there are titles.</summary>
    public static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = CsvReader.Create(
            Encoding.UTF8.GetBytes(text.TrimStart('\ufeff')),
            new CsvReaderOptions { Separator = ',', SkipEmptyLines = false, HasHeader = false });
        var lines = new List<string[]>();
        while (csv.Read())
            lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))]);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}
