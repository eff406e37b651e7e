using System.Buffers;
using System.Text.Json;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json;

/// <summary>
/// The JSON report in lines, for programs that read while it is written: a line of type <c>header</c> with the inputs,
/// one of type <c>finding</c> for each finding, and at the end one of type <c>summary</c> with the number of findings
/// and the roll-up. A file without its last line was cut. Each line has the properties that the document of
/// <see cref="JsonReportWriter"/> has in the same place. UTF-8 without a byte order mark, LF.
/// </summary>
public sealed class JsonLinesWriter : IResultSink, IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _lines = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _json;
    private long _findings;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public JsonLinesWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_lines, JsonLayout.Line);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        StartLine("header");
        _json.WriteString("formatVersion", JsonReportWriter.FormatVersion);
        JsonInputs.Write(_json, header);
        JsonAccounts.WriteInputs(_json, header);
        EndLine();
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        _findings++;
        StartLine("finding");
        JsonFindings.WriteProperties(_json, finding);
        EndLine();
        if (_lines.WrittenCount > FlushBytes)
            HandOn();
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        StartLine("summary");
        _json.WriteNumber("count", _findings);
        JsonRollUp.Write(_json, footer);
        EndLine();
        HandOn();
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void StartLine(string type)
    {
        _json.WriteStartObject();
        _json.WriteString("type", type);
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _lines.Write("\n"u8);
        _json.Reset();
    }

    private void HandOn()
    {
        _output.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }
}
