using System.Collections.Immutable;
using System.Text;
using PolicyEval.Reporting.Html;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Reporting;

/// <summary>The door of this room: every format that a run can be written in.</summary>
public static class ReportFormats
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The formats, the default first.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("console", "a table for people", (stream, style, _) => new ConsoleReportWriter(TextOver(stream), style)),
        new("summary", "the counts only", (stream, style, _) => new SummaryReportWriter(TextOver(stream), style)),
        new("html", "one file to hand over", (stream, _, _) => new HtmlReportWriter(TextOver(stream))),
        new("json", "everything, for programs", (stream, _, _) => new JsonReportWriter(stream)),
    ];

    /// <summary>The format that is used when none is asked for.</summary>
    public static ReportFormat Default => All[0];

    /// <summary>The format of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    private static StreamWriter TextOver(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
}
