using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>A JSON file that was read whole: its bytes, known to be UTF-8, and its values. Immutable.</summary>
internal sealed class JsonText
{
    private readonly Source _source;
    private readonly List<JsonNode> _nodes;
    private readonly Lazy<JsonPlaces> _places;
    private readonly Lazy<JsonParents> _parents;

    public JsonText(Source source, List<JsonNode> nodes)
    {
        _source = source;
        _nodes = nodes;
        _places = new Lazy<JsonPlaces>(() => new JsonPlaces(source));
        _parents = new Lazy<JsonParents>(() => new JsonParents(this));
    }

    public ReadOnlySpan<byte> Bytes => _source.Bytes;

    public ReadOnlyMemory<byte> Memory => _source.Memory;

    public ReadOnlySpan<JsonNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    public JsonCell Root => new(this, 0, "");

    public ReadOnlySpan<byte> RawOf(int node) => Bytes[_nodes[node].Start.._nodes[node].End];

    public string NameOf(int node) => Unescape(Bytes[_nodes[node].NameStart.._nodes[node].NameEnd]);

    /// <summary>Whether a property is called so.</summary>
    public bool IsNamed(int node, string name)
    {
        var quoted = Bytes[_nodes[node].NameStart.._nodes[node].NameEnd];
        return Ascii.Equals(quoted[1..^1], name)
            || ((quoted.Contains((byte)'\\') || !Ascii.IsValid(name)) && Unescape(quoted) == name);
    }

    public (int Line, int Column) PlaceOf(int node) => _places.Value.Of(_nodes[node].Start);

    public string PointerTo(int node) => _parents.Value.PointerTo(node);

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
