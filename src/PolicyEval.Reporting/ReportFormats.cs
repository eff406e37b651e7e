using System.Collections.Immutable;
using System.Text;
using PolicyEval.Reporting.Asff;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Html;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.JUnit;
using PolicyEval.Reporting.Markdown;
using PolicyEval.Reporting.Ocsf;
using PolicyEval.Reporting.Oscal;
using PolicyEval.Reporting.Parquet;
using PolicyEval.Reporting.Sarif;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Reporting;

/// <summary>The door of this room: every format that a run can be written in.</summary>
public static class ReportFormats
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new(
            "console", "a table for people",
            (stream, style, options) => new ConsoleReportWriter(TextOver(stream), style, options)),
        new("summary", "the counts only", (stream, style, _) => new SummaryReportWriter(TextOver(stream), style)),
        new("html", "one file to hand over", (stream, _, _) => new HtmlReportWriter(TextOver(stream))),
        new(
            "markdown", "for pull requests and job summaries",
            (stream, _, _) => new MarkdownReportWriter(TextOver(stream))),
        new("json", "everything, for programs", (stream, _, _) => new JsonReportWriter(stream)),
        new("jsonl", "the same in lines", (stream, _, _) => new JsonLinesWriter(stream)),
        new("csv", "for spreadsheets: all that was tested, or all controls", CsvOver),
        new("junit", "for CI systems", (stream, _, _) => new JUnitReportWriter(stream)),
        new("sarif", "for code scanning", (stream, _, options) => new SarifReportWriter(stream, options.SarifProfile)),
        new("oscal", "OSCAL assessment results", (stream, _, _) => new OscalReportWriter(stream)),
        new("ocsf", "OCSF events, a line each", (stream, _, _) => new OcsfReportWriter(stream)),
        new("asff", "for AWS Security Hub", (stream, _, options) => new AsffReportWriter(stream, options.AsffRegion)),
        new("parquet", "a typed table for data lakes", (stream, _, _) => new ParquetReportWriter(stream))
        {
            IsBinary = true,
            CreateInFolder = (folder, _) => new PartitionedParquetWriter(folder),
        },
    ];

    /// <summary>The format that is used when none is asked for.</summary>
    public static ReportFormat Default => All[0];

    /// <summary>The format of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    private static CsvReportWriter CsvOver(Stream stream, ReportStyle style, ReportOptions options)
    {
        if (options.CsvMark)
            stream.Write(Encoding.UTF8.Preamble);
        return new CsvReportWriter(TextOver(stream), options.CsvView);
    }

    private static StreamWriter TextOver(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
}
