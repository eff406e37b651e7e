using System.Text;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Messages;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Checking;

/// <summary>Every diagnostic with its source line, and the counts.</summary>
internal static class ConsoleCheckWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(CheckReport report, Stream stream, ReportStyle style)
    {
        using var output = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        var renderer = new DiagnosticRenderer(output, style);
        foreach (var diagnostic in report.Diagnostics)
            renderer.Write(diagnostic);

        output.WriteLine(
            $"{(report.Policies == 1 ? "1 policy" : $"{report.Policies} policies")}, "
            + ResultWords.Plural(report.Frameworks, "framework")
            + (report.HasSettings ? ", settings" : "")
            + (report.Waivers == 0 ? ": " : $", {ResultWords.Plural(report.Waivers, "waiver")}: ")
            + $"{ResultWords.Plural(Count(report, DiagnosticSeverity.Error), "error")}, "
            + ResultWords.Plural(Count(report, DiagnosticSeverity.Warning), "warning"));
    }

    private static int Count(CheckReport report, DiagnosticSeverity severity) =>
        report.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
}
