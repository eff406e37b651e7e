using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Answers;

/// <summary>One value of a JSON answer and where it stands. Nothing is allocated until it is asked for.</summary>
public readonly struct JsonCell
{
    private readonly JsonText _text;
    private readonly int _node;

    internal JsonCell(JsonText text, int node, string field)
    {
        _text = text;
        _node = node;
        Field = field;
    }

    /// <summary>What it is.</summary>
    public JsonCellKind Kind => _text.Nodes[_node].Kind;

    /// <summary>
    /// The name of the property; of an element, that of its array with the index, as in <c>Policies[2]</c>.
    /// </summary>
    public string Field { get; }

    /// <summary>The value as it stands in the file; a string with its quotes and escapes. Allocates.</summary>
    public string Raw => Encoding.UTF8.GetString(_text.RawOf(_node));

    /// <summary>A string's value; for any other kind, <see cref="Raw"/>. Allocates.</summary>
    public string Text => Kind == JsonCellKind.String ? JsonText.Unescape(_text.RawOf(_node)) : Raw;

    /// <summary>
    /// The value of an integer in the range of 64 bits, written without fraction and exponent; else null.
    /// </summary>
    public long? Int =>
        Kind == JsonCellKind.Number
        && long.TryParse(_text.RawOf(_node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>The value of <c>true</c> and <c>false</c>, else null.</summary>
    public bool? Bool => Kind == JsonCellKind.Bool ? _text.RawOf(_node)[0] == (byte)'t' : null;

    /// <summary>The line where the value starts, 1-based.</summary>
    public int Line => _text.PlaceOf(_node).Line;

    /// <summary>The column where the value starts, 1-based, in UTF-16 units.</summary>
    public int Column => _text.PlaceOf(_node).Column;

    /// <summary>
    /// The value at a path of property names and element indices, separated by <c>/</c>, or null. A name that holds a
    /// slash is reached by <see cref="Property"/>.
    /// </summary>
    public JsonCell? Find(string path)
    {
        var cell = this;
        foreach (var part in path.Split('/'))
        {
            if (cell.Step(part) is not { } next)
                return null;
            cell = next;
        }

        return cell;
    }

    /// <summary>The value of a property (exactly that name), or null.</summary>
    public JsonCell? Property(string name)
    {
        if (Kind != JsonCellKind.Object)
            return null;
        foreach (var child in Children())
        {
            if (child.Field == name)
                return child;
        }

        return null;
    }

    /// <summary>
    /// The properties of an object or the elements of an array, in the order of the file; else nothing.
    /// </summary>
    public IEnumerable<JsonCell> Children()
    {
        if (Kind is not (JsonCellKind.Object or JsonCellKind.Array))
            yield break;
        var index = 0;
        for (var node = _node + 1; node < _text.Nodes[_node].Next; node = _text.Nodes[node].Next)
        {
            var field = Kind == JsonCellKind.Object
                ? _text.NameOf(node)
                : string.Create(CultureInfo.InvariantCulture, $"{Field}[{index++}]");
            yield return new JsonCell(_text, node, field);
        }
    }

    internal ReadOnlySpan<byte> RawBytes => _text.RawOf(_node);

    internal (int Line, int Column) Place => _text.PlaceOf(_node);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column} {Field} = {Raw}");

    private JsonCell? Step(string part)
    {
        if (Kind == JsonCellKind.Object)
            return Property(part);
        if (Kind != JsonCellKind.Array
            || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            return null;
        }

        foreach (var child in Children())
        {
            if (wanted-- == 0)
                return child;
        }

        return null;
    }
}
