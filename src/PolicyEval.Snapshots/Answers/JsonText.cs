using System.Text;
using System.Text.Json;

namespace PolicyEval.Snapshots.Answers;

/// <summary>A JSON file that was read whole: its bytes, known to be UTF-8, and its values. Immutable.</summary>
internal sealed class JsonText(ReadOnlyMemory<byte> bytes, int textStart, JsonNode[] nodes)
{
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public ReadOnlySpan<JsonNode> Nodes => nodes;

    public JsonCell Root => new(this, 0, "");

    public ReadOnlySpan<byte> RawOf(int node) => Bytes[nodes[node].Start..nodes[node].End];

    public string NameOf(int node) => Unescape(Bytes[nodes[node].NameStart..nodes[node].NameEnd]);

    public int LineOf(int offset) => 1 + Bytes[..offset].Count((byte)'\n');

    /// <summary>In UTF-16 units. A byte order mark is no column.</summary>
    public int ColumnOf(int offset)
    {
        var start = 1 + Bytes[..offset].LastIndexOf((byte)'\n');
        return 1 + Encoding.UTF8.GetCharCount(Bytes[Math.Max(start, textStart)..offset]);
    }

    /// <summary>The value of a JSON string that stands in its quotes.</summary>
    public static string Unescape(ReadOnlySpan<byte> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(inner);
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }
}
