namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// One value of an answer, in the shape of JSON. Filled by its reader, then only read; of one thread, because finding
/// a property keeps where it stands.
/// </summary>
internal sealed class AnswerItem
{
    // Fewer properties than this are found as fast without a table.
    private const int Few = 16;

    // Most values are texts, which need neither list.
    private List<AnswerItem>? _items;
    private List<KeyValuePair<string, AnswerItem>>? _properties;
    private Dictionary<string, int>? _places;
    private int _placed;

    private AnswerItem(AnswerItemKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    public AnswerItemKind Kind { get; }

    /// <summary>A string's value, or a number, <c>true</c>, <c>false</c> or <c>null</c> as JSON writes it.</summary>
    public string Text { get; }

    /// <summary>The elements of a list.</summary>
    public List<AnswerItem> Items => _items ??= [];

    /// <summary>The properties of a structure in their order. They are only added to, never taken away.</summary>
    public List<KeyValuePair<string, AnswerItem>> Properties => _properties ??= [];

    public static AnswerItem String(string text) => new(AnswerItemKind.String, text);

    public static AnswerItem Literal(string text) => new(AnswerItemKind.Literal, text);

    public static AnswerItem List() => new(AnswerItemKind.List, "");

    public static AnswerItem Structure() => new(AnswerItemKind.Structure, "");

    /// <summary>The value of a property, or null.</summary>
    public AnswerItem? Find(string name) => IndexOf(name) is var index and >= 0 ? Properties[index].Value : null;

    /// <summary>The text of a property that is a string; else nothing.</summary>
    public string TextOf(string name) => Find(name) is { Kind: AnswerItemKind.String } found ? found.Text : "";

    /// <summary>Adds a property, or gives a property that is there another value.</summary>
    public void Set(string name, AnswerItem value)
    {
        var index = IndexOf(name);
        if (index < 0)
            Properties.Add(new(name, value));
        else
            Properties[index] = new(name, value);
    }

    /// <summary>The place of the first property of that name, or -1.</summary>
    private int IndexOf(string name)
    {
        if (_properties is null)
            return -1;
        if (_properties.Count <= Few)
        {
            for (var i = 0; i < _properties.Count; i++)
            {
                if (_properties[i].Key == name)
                    return i;
            }

            return -1;
        }

        _places ??= new Dictionary<string, int>(StringComparer.Ordinal);
        for (; _placed < Properties.Count; _placed++)
            _places.TryAdd(Properties[_placed].Key, _placed);
        return _places.GetValueOrDefault(name, -1);
    }
}
