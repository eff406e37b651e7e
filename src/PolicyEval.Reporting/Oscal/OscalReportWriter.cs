using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>
/// An evaluation as OSCAL assessment results 1.2.1: an observation for each finding, written while it arrives, and a
/// finding for each control that was decided. Of the findings are kept a UUID for each of their controls and the
/// resources, for OSCAL refers to both from elsewhere.
/// </summary>
internal sealed class OscalReportWriter : IResultSink, IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private RunHeader? _header;
    private OscalNames? _names;
    private OscalObservations? _observations;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public OscalReportWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, JsonLayout.Options);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        _names = new OscalNames(header);
        _observations = new OscalObservations(_json, header, _names);
        _json.WriteStartObject();
        _json.WriteStartObject("assessment-results");
        OscalJson.WriteUuid(_json, "uuid", _names.OfRun("document"));
        WriteMetadata(header, _names);
        _json.WriteStartObject("import-ap");
        _json.WriteString("href", $"#{_names.OfRun("plan")}");
        _json.WriteString("remarks", "There is no assessment plan: the resource names the rules in its place.");
        _json.WriteEndObject();

        _json.WriteStartArray("results");
        _json.WriteStartObject();
        OscalJson.WriteUuid(_json, "uuid", _names.OfRun("result"));
        OscalJson.WriteLine(_json, "title", TitleOf(header));
        _json.WriteString("description", "Archived evidence, evaluated by policies; times are those of the evidence.");
        _json.WriteString("start", OscalTimes.Earliest(header));
        _json.WriteString("end", OscalTimes.Latest(header));
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        _observations!.Write(finding);
        if (_json.BytesPending > FlushBytes)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var tool = _names!.OfRun("tool");
        foreach (var control in footer.Controls.Where(control => control.Outcome == Outcome.Manual))
            _observations!.WriteManual(control);
        _observations!.End();

        WriteCounts(footer);
        OscalInventory.Write(_json, _header!, _observations, tool);
        var controls = new OscalControls(_json, _names, _observations);
        controls.WriteReviewed(footer.Controls);
        controls.WriteRisks();
        controls.WriteFindings(footer.Controls, tool);
        _json.WriteString("remarks", OscalText.Paragraphs(
            Headline.Of(_header!, footer).Select(fact => $"{fact.Label}: {fact.Text}")));
        _json.WriteEndObject();
        _json.WriteEndArray();

        new OscalResources(_json, _header!).Write(_names.OfRun("plan"));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteMetadata(RunHeader header, OscalNames names)
    {
        var latest = OscalTimes.Latest(header);
        _json.WriteStartObject("metadata");
        OscalJson.WriteLine(_json, "title", TitleOf(header));
        _json.WriteString("last-modified", latest);
        _json.WriteString("version", names.Run[..16]);
        _json.WriteString("oscal-version", "1.2.1");
        if (header.Snapshots.Any(snapshot => OscalTimes.Of(snapshot) == OscalTimes.Unknown))
            _json.WriteString("remarks", $"The time {OscalTimes.Unknown} stands where the evidence tells none.");
        _json.WriteEndObject();
    }

    private void WriteCounts(RunFooter footer)
    {
        var counts = Enum.GetValues<Outcome>().Select(outcome => (
            Name: ResultWords.Of(outcome),
            Value: (string?)ResultWords.CountOf(footer.Findings, outcome).ToString(CultureInfo.InvariantCulture)));
        OscalJson.WriteProps(
            _json,
            [
                ("evidence-digest", ReportDigest.Of(_header!)),
                ("tool-version", _header!.ToolVersion),
                ("exit-code", footer.ExitCode.ToString(CultureInfo.InvariantCulture)),
                ("gate-failures", footer.GateFailures.ToString(CultureInfo.InvariantCulture)),
                ("waived", footer.Findings.Waived.ToString(CultureInfo.InvariantCulture)),
                .. counts,
            ]);
    }

    private static string TitleOf(RunHeader header)
    {
        var frameworks = header.Frameworks.Select(framework => $"{framework.Title} {framework.Version}");
        return "Assessment by " + string.Join(", ", frameworks.DefaultIfEmpty("policies"));
    }
}
