using System.Text.Json;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json;

/// <summary>
/// Writes the whole result as one JSON document while it arrives: the findings are not kept. The document is
/// described by <c>policies/schemas/report.schema.json</c> and only grows. UTF-8 without a byte order mark, two
/// spaces, LF. Strings are exact: only what JSON itself reserves and what is invisible is escaped.
/// </summary>
public sealed class JsonReportWriter : IResultSink, IDisposable
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.4";

    private const int FlushBytes = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public JsonReportWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, JsonLayout.Options);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _json.WriteStartObject();
        _json.WriteString("formatVersion", FormatVersion);
        JsonInputs.Write(_json, header);
        JsonAccounts.WriteInputs(_json, header);
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        JsonFindings.Write(_json, finding);
        if (_json.BytesPending > FlushBytes)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        _json.WriteEndArray();
        JsonRollUp.Write(_json, footer);
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
