using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>
/// Reads a JSON file (RFC 8259, nothing else after the value) into nodes that know their places. Properties that stand
/// twice are refused, because readers differ on which of the two counts.
/// </summary>
internal sealed class JsonTextReader(Source source, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics)
{
    // Among more names than this a table finds one faster.
    private const int Few = 16;

    private const int BytesOfValue = 40;

    // A large file may hold few values; room for them is found as they come.
    private const int ExpectedMax = 32 * 1024;

    // AWS's answers, as the AWS CLI prints them, have a value in some forty bytes.
    private readonly List<JsonNode> _nodes = new(Math.Min(source.Bytes.Length / BytesOfValue, ExpectedMax));
    private readonly Stack<int> _open = new();
    private readonly Dictionary<int, Dictionary<string, int>> _many = [];
    private int _nameStart = -1;
    private int _nameEnd = -1;
    private bool _refused;

    /// <summary>The file's values, or null after a diagnostic.</summary>
    public JsonText? Read()
    {
        var options = new JsonReaderOptions { MaxDepth = limits.JsonDepth + 1 };
        var reader = new Utf8JsonReader(source.Bytes[source.TextStart..], options);
        try
        {
            while (!_refused && reader.Read())
                Take(ref reader);
        }
        catch (JsonException exception)
        {
            ReportSyntax(exception);
            return null;
        }

        return _refused ? null : new JsonText(source, _nodes);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        var start = source.TextStart + (int)reader.TokenStartIndex;
        var end = source.TextStart + (int)reader.BytesConsumed;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _nameStart = start;
                _nameEnd = start + reader.ValueSpan.Length + 2;
                CheckName(ref reader, start);
                break;
            case JsonTokenType.StartObject:
                Open(JsonCellKind.Object, start, end);
                break;
            case JsonTokenType.StartArray:
                Open(JsonCellKind.Array, start, end);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                var closed = _open.Pop();
                _nodes[closed] = _nodes[closed] with { End = end, Next = _nodes.Count };
                break;
            default:
                if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
                    TextOf(ref reader, start);
                Add(KindOf(reader.TokenType), start, end);
                break;
        }
    }

    private static JsonCellKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonCellKind.String,
        JsonTokenType.Number => JsonCellKind.Number,
        JsonTokenType.True or JsonTokenType.False => JsonCellKind.Bool,
        _ => JsonCellKind.Null,
    };

    private void Open(JsonCellKind kind, int start, int end)
    {
        Add(kind, start, end);
        _open.Push(_nodes.Count - 1);
        if (_open.Count > limits.JsonDepth)
            Exceed(start, limits.JsonDepth, "nested values", nameof(limits.JsonDepth));
    }

    private void Add(JsonCellKind kind, int start, int end)
    {
        _nodes.Add(new JsonNode(kind, start, end, _nameStart, _nameEnd, _nodes.Count + 1));
        _nameStart = _nameEnd = -1;
        if (_nodes.Count > limits.JsonValues)
            Exceed(start, limits.JsonValues, "values", nameof(limits.JsonValues));
    }

    private void Exceed(int offset, int limit, string what, string name)
    {
        _refused = true;
        var number = limit.ToString(CultureInfo.InvariantCulture);
        diagnostics.Report(SnapshotDescriptors.JsonLimit, source.Name, source.PlaceOf(offset), "", number, what, name);
    }

    /// <summary>The value of a name or string; null after a diagnostic.</summary>
    private string? TextOf(ref Utf8JsonReader reader, int start)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: JSON's grammar allows it, but it is no text.
            _refused = true;
            diagnostics.Report(
                SnapshotDescriptors.JsonSyntax, source.Name, source.PlaceOf(start), "", "half a surrogate pair");
            return null;
        }
    }

    private void CheckName(ref Utf8JsonReader reader, int start)
    {
        if ((reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan)) && TextOf(ref reader, start) is null)
            return;
        var others = 0;
        for (var node = _open.Peek() + 1; node < _nodes.Count; node = _nodes[node].Next)
        {
            if (others++ == Few)
            {
                CheckAmongMany(reader.GetString()!, start);
                return;
            }

            if (!IsNamed(node, ref reader))
                continue;
            ReportTwice(reader.GetString()!, start, _nodes[node].NameStart);
            return;
        }
    }

    private void CheckAmongMany(string name, int start)
    {
        if (!_many.TryGetValue(_open.Peek(), out var places))
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var node = _open.Peek() + 1; node < _nodes.Count; node = _nodes[node].Next)
                places.Add(JsonText.Unescape(NameOf(node)), _nodes[node].NameStart);
            _many.Add(_open.Peek(), places);
        }

        if (!places.TryAdd(name, start))
            ReportTwice(name, start, places[name]);
    }

    private bool IsNamed(int node, ref Utf8JsonReader reader)
    {
        var quoted = NameOf(node);
        return reader.ValueIsEscaped || quoted.Contains((byte)'\\')
            ? JsonText.Unescape(quoted) == reader.GetString()
            : quoted[1..^1].SequenceEqual(reader.ValueSpan);
    }

    /// <summary>The name of a node in its quotes.</summary>
    private ReadOnlySpan<byte> NameOf(int node) => source.Bytes[_nodes[node].NameStart.._nodes[node].NameEnd];

    private void ReportTwice(string name, int start, int firstStart)
    {
        _refused = true;
        var first = source.PlaceOf(firstStart).Line.ToString(CultureInfo.InvariantCulture);
        diagnostics.Report(
            SnapshotDescriptors.DuplicateProperty, source.Name, source.PlaceOf(start), name, name, first);
    }

    private void ReportSyntax(JsonException exception)
    {
        // The exception counts lines from 0 and columns in bytes.
        var bytes = source.Bytes;
        var offset = source.TextStart;
        for (var line = exception.LineNumber ?? 0; line > 0 && bytes[offset..].Contains((byte)'\n'); line--)
            offset += bytes[offset..].IndexOf((byte)'\n') + 1;
        offset = (int)Math.Min(bytes.Length, offset + (exception.BytePositionInLine ?? 0));
        var reason = bytes[offset..].TrimEnd(" \t\r\n"u8).IsEmpty ? "it ends too early"
            : _open.Count == 0 && _nodes.Count > 0 ? "something follows the value"
            : "a character is wrong here";
        diagnostics.Report(SnapshotDescriptors.JsonSyntax, source.Name, source.PlaceOf(offset), "", reason);
    }
}
