using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Answers;

/// <summary>Where each value of a JSON text hangs, for pointers (RFC 6901). Immutable.</summary>
internal sealed class JsonParents
{
    private readonly JsonText _text;
    private readonly int[] _parents;
    private readonly int[] _positions;

    public JsonParents(JsonText text)
    {
        var nodes = text.Nodes;
        _text = text;
        _parents = new int[nodes.Length];
        _positions = new int[nodes.Length];
        for (var node = 0; node < nodes.Length; node++)
        {
            if (nodes[node].Kind is not (JsonCellKind.Array or JsonCellKind.Object))
                continue;
            var position = 0;
            for (var child = node + 1; child < nodes[node].Next; child = nodes[child].Next)
                (_parents[child], _positions[child]) = (node, position++);
        }
    }

    /// <summary>The pointer to a value: empty for the whole text, else <c>/name/0/name</c>.</summary>
    public string PointerTo(int node)
    {
        var parts = new Stack<string>();
        for (; node > 0; node = _parents[node])
            parts.Push(PartOf(node));
        var pointer = new StringBuilder();
        foreach (var part in parts)
            pointer.Append('/').Append(part);
        return pointer.ToString();
    }

    private string PartOf(int node) => _text.Nodes[node].NameStart < 0
        ? _positions[node].ToString(CultureInfo.InvariantCulture)
        : _text.NameOf(node).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
