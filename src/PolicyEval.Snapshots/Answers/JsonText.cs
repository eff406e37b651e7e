using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>A JSON file that was read whole: its bytes, known to be UTF-8, and its values. Immutable.</summary>
internal sealed class JsonText(Source source, JsonNode[] nodes)
{
    public ReadOnlySpan<byte> Bytes => source.Bytes;

    public ReadOnlySpan<JsonNode> Nodes => nodes;

    public JsonCell Root => new(this, 0, "");

    public ReadOnlySpan<byte> RawOf(int node) => Bytes[nodes[node].Start..nodes[node].End];

    public string NameOf(int node) => Unescape(Bytes[nodes[node].NameStart..nodes[node].NameEnd]);

    public (int Line, int Column) PlaceOf(int node) => source.PlaceOf(nodes[node].Start);

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
