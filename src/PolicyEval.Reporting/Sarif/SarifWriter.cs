using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>
/// Writes one run as a SARIF 2.1.0 log while its results arrive: they are not kept. UTF-8 without a byte order mark,
/// two spaces, LF, properties always in the same order. The door of this folder.
/// </summary>
internal sealed class SarifWriter : IDisposable
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private const int FlushBytes = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private SarifRunHead? _head;
    private SarifResultJson? _results;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public SarifWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, JsonLayout.Options);
    }

    /// <summary>Writes what comes before the results. Called once, first.</summary>
    public void Begin(SarifRunHead head)
    {
        _head = head;
        _results = new SarifResultJson(_json, head);
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        SarifHeadJson.Write(_json, head);
        _json.WriteStartArray("results");
    }

    /// <summary>Writes a result.</summary>
    public void Add(SarifResult result)
    {
        _results!.Write(result);
        if (_json.BytesPending > FlushBytes)
            _json.Flush();
    }

    /// <summary>Writes what comes behind the results, and completes the log.</summary>
    public void End(SarifRunTail tail)
    {
        _json.WriteEndArray();
        SarifTailJson.Write(_json, _head!, tail);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
