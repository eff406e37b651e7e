using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Answers;

/// <summary>One value of a JSON answer and where it stands. Nothing is allocated until it is asked for.</summary>
public readonly struct JsonCell
{
    private const int ExcerptMax = 400;

    private readonly JsonText _text;
    private readonly int _node;
    private readonly string? _field;
    private readonly int _index;

    /// <summary>A property; without a name, that of the file.</summary>
    internal JsonCell(JsonText text, int node, string? field = null)
        : this(text, node, field, -1)
    {
    }

    private JsonCell(JsonText text, int node, string? field, int index)
    {
        _text = text;
        _node = node;
        _field = field;
        _index = index;
    }

    /// <summary>What it is.</summary>
    public JsonCellKind Kind => _text.Nodes[_node].Kind;

    /// <summary>
    /// The name of the property; of an element, that of its array with the index, as in <c>Policies[2]</c>. Allocates.
    /// </summary>
    public string Field => _index < 0
        ? _field ?? _text.NameOf(_node)
        : string.Create(CultureInfo.InvariantCulture, $"{_field}[{_index}]");

    /// <summary>Where it stands in the file's values (RFC 6901), as in <c>/Policies/2/Arn</c>. Allocates.</summary>
    public string Pointer => _text.PointerTo(_node);

    /// <summary>The value as it stands in the file; a string with its quotes and escapes. Allocates.</summary>
    public string Raw => Encoding.UTF8.GetString(_text.RawOf(_node));

    /// <summary>
    /// The value as it stands in the file, up to the first line end and at most 400 UTF-16 units, with <c>…</c> where
    /// more follows. Allocates.
    /// </summary>
    public string Excerpt
    {
        get
        {
            // No character takes more than three bytes a unit.
            var raw = _text.RawOf(_node);
            var end = raw.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? raw : raw[..end];
            var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, ExcerptMax * 3 + 3)]);
            if (text.Length > ExcerptMax)
                text = text[..(char.IsHighSurrogate(text[ExcerptMax - 1]) ? ExcerptMax - 1 : ExcerptMax)];
            else if (line.Length == raw.Length)
                return text;
            return text.TrimEnd() + "…";
        }
    }

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

    /// <summary>The instant that a string is (ISO 8601), in UTC, else null.</summary>
    public DateTimeOffset? Time =>
        Kind == JsonCellKind.String && IsoInstant.TryParse(Encoding.UTF8.GetBytes(Text), out var time) ? time : null;

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
        for (var node = _node + 1; node < _text.Nodes[_node].Next; node = _text.Nodes[node].Next)
        {
            if (_text.IsNamed(node, name))
                return new JsonCell(_text, node);
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
        var isArray = Kind == JsonCellKind.Array;
        var field = isArray ? Field : null;
        var index = 0;
        for (var node = _node + 1; node < _text.Nodes[_node].Next; node = _text.Nodes[node].Next)
            yield return isArray ? new JsonCell(_text, node, field, index++) : new JsonCell(_text, node);
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
