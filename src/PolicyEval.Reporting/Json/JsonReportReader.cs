using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Diagnostics;
using PolicyEval.Reporting.Json.Reading;

namespace PolicyEval.Reporting.Json;

/// <summary>
/// Reads a report that <see cref="JsonReportWriter"/> wrote, and hands it on as the run itself did: written again it
/// has the same bytes. The findings are not kept.
/// </summary>
public static class JsonReportReader
{
    /// <summary>The largest report that is read.</summary>
    public const int BytesMax = 1 << 30;

    /// <summary>The versions of the format that are read, the oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["1.2", "1.3", JsonReportWriter.FormatVersion];

    /// <summary>
    /// Replays a report. Returns what is wrong with it, or null; a sink that has got the beginning of a report never
    /// reaches its end then.
    /// </summary>
    /// <param name="file">The file, as diagnostics cite it.</param>
    /// <param name="report">Its bytes.</param>
    /// <param name="sink">Takes the result.</param>
    public static Diagnostic? Replay(string file, ReadOnlyMemory<byte> report, IResultSink sink)
    {
        if (report.Length > BytesMax)
            return TooLarge(file);
        try
        {
            Replay(new ReportText(file, report), sink);
            return null;
        }
        catch (UnreadableReportException wrong)
        {
            return wrong.Diagnostic;
        }
    }

    /// <summary>
    /// Whether a file is meant as a report, whole or not: its JSON object names a version of the format.
    /// </summary>
    public static bool IsReport(ReadOnlyMemory<byte> bytes) =>
        ReportIndex.Names(new ReportText("", bytes), "formatVersion");

    /// <summary>What is said of a report that has more than <see cref="BytesMax"/>.</summary>
    public static Diagnostic TooLarge(string file) => Diagnostic.Create(
        ReportDescriptors.TooLarge, Location.InFile(file), FormattableString.Invariant($"{BytesMax}"));

    private static void Replay(ReportText text, IResultSink sink)
    {
        var index = ReportIndex.Of(text);
        using var parts = new ReportParts(text, index);
        var version = parts.String("formatVersion");
        if (!Versions.Contains(version))
            throw text.Error(
                ReportDescriptors.UnknownVersion, index["formatVersion"].Start.Value, version,
                string.Join(", ", Versions));

        var header = InputsReader.Read(parts);
        var findings = new FindingReader(header);
        var sums = new ReportSums(header);
        sink.Begin(header);
        parts.Stream("findings", json =>
        {
            var finding = findings.Read(json);
            sums.Add(finding);
            sink.Add(finding);
        });
        var footer = RollUpReader.Read(parts);
        if (sums.ProblemOf(footer) is { } problem)
            throw text.Error(ReportDescriptors.DoesNotAddUp, index["summary"].Start.Value, problem);
        sink.End(footer);
    }
}
