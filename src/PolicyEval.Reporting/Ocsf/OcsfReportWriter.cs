using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Ocsf;

/// <summary>
/// An evaluation as OCSF events of the class Compliance Finding (2003), version 1.5: one in each line, as SIEMs and
/// data lakes take them, written while the findings arrive. What is outside the evidence has no event; a control that a
/// person decides has one. A result without findings is an empty file. The uid of a finding is its
/// <see cref="Grouping.FindingId"/>, that of the event names the snapshot too.
/// </summary>
internal sealed class OcsfReportWriter : IResultSink, IDisposable
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private OcsfEvents? _events;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public OcsfReportWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, JsonLayout.Line);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _events = new OcsfEvents(_json, header);

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding.Outcome == Outcome.NotAssessed)
            return;
        _events!.Write(finding);
        EndLine();
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        foreach (var control in footer.Controls.Where(control => control.Outcome == Outcome.Manual))
        {
            _events!.Write(control);
            EndLine();
        }

        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _output.Write("\n"u8);
    }
}
