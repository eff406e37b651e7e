using System.Collections.Immutable;
using NJsonSchema;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Tests.Csv;
using PolicyEval.Reporting.Tests.Html;
using PolicyEval.Reporting.Tests.Markdown;
using PolicyEval.Reporting.Tests.Parquet;
using PolicyEval.Reporting.Words;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>The formats that no standard has a schema of, and what reads them instead.</summary>
internal static class OtherReaders
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
        JsonSchema.FromJsonAsync(File.ReadAllText(Repository.PathOf("policies", "schemas", "report.schema.json"))));

    /// <summary>By the name of the variant.</summary>
    public static ImmutableSortedDictionary<string, Func<WrittenReport, Task>> Readers { get; } =
        new Dictionary<string, Func<WrittenReport, Task>>
        {
            // A terminal of 80 columns.
            ["console"] = report => Done(() => ReadTerminal(report)),
            ["summary"] = report => Done(() => ReadTerminal(report)),

            // AngleSharp, which refuses every error of HTML.
            ["html"] = report => Done(() => OwnMarkup.Read(report.Text)),

            // Markdig in GitHub's dialect, and what it makes of it once more by AngleSharp.
            ["markdown"] = report => Done(() => RenderedMarkdown.Read(report.Text)),

            // The schema of this repository, and the reader of saved reports.
            ["json"] = ReadJson,
            ["jsonl"] = ReadJsonLines,

            // CsvHelper.
            ["csv"] = report => Done(() => Assert.Equal(report.Lines, CsvTable.Read(report.Text).Count)),
            ["csv-controls"] = report => Done(() =>
                Assert.Equal(report.Footer.Controls.Length, CsvTable.Read(report.Text).Count)),

            // Parquet.Net; DuckDB reads it in tests of its own.
            ["parquet"] = async report =>
                Assert.Equal(report.Lines, (await ParquetTable.Read(report.Bytes)).Rows.Count),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Task Done(Action read)
    {
        read();
        return Task.CompletedTask;
    }

    private static void ReadTerminal(WrittenReport report)
    {
        Assert.All(report.Text.Split('\n'), line =>
        {
            Assert.InRange(Words.TextLayoutTests.CellsOf(line), 0, ReportStyle.Plain.Width);
            Assert.Equal(line, SafeText.Of(line));
        });
        var words = string.Join(' ', report.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(ResultWords.Plural(report.Footer.Findings.Total, "finding"), words, StringComparison.Ordinal);
        Assert.Contains(ResultWords.Counted(report.Footer.Findings), words, StringComparison.Ordinal);
    }

    private static async Task ReadJson(WrittenReport report)
    {
        Assert.Empty((await Schema.Value).Validate(report.Text));
        using var again = new MemoryStream();
        using (var writer = new JsonReportWriter(again))
            Assert.Null(JsonReportReader.Replay("report.json", report.Bytes, writer));
        Assert.True(report.Bytes.AsSpan().SequenceEqual(again.ToArray()));
    }

    /// <summary>A finding in a line is one of the document.</summary>
    private static async Task ReadJsonLines(WrittenReport report)
    {
        var finding = (await Schema.Value).Definitions["finding"];
        var lines = report.Text.Split('\n');
        Assert.StartsWith("{\"type\":\"header\",", lines[0], StringComparison.Ordinal);
        var last = FormattableString.Invariant($"{{\"type\":\"summary\",\"count\":{report.Footer.Findings.Total},");
        Assert.StartsWith(last, lines[^2], StringComparison.Ordinal);
        Assert.Equal("", lines[^1]);
        foreach (var line in lines[1..^2])
            Assert.Empty(finding.Validate(line));

        // The header and the summary are the document without its findings.
        Assert.Empty((await Schema.Value).Validate($"{lines[0][..^1]},\"findings\":[],{lines[^2][last.Length..]}"));
    }
}
