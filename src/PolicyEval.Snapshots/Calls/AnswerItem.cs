namespace PolicyEval.Snapshots.Calls;

/// <summary>One value of an answer, in the shape of JSON. Filled by its reader, then only read.</summary>
internal sealed class AnswerItem
{
    private AnswerItem(AnswerItemKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    public AnswerItemKind Kind { get; }

    /// <summary>A string's value, or a number, <c>true</c>, <c>false</c> or <c>null</c> as JSON writes it.</summary>
    public string Text { get; }

    /// <summary>The elements of a list.</summary>
    public List<AnswerItem> Items { get; } = [];

    /// <summary>The properties of a structure in their order.</summary>
    public List<KeyValuePair<string, AnswerItem>> Properties { get; } = [];

    public static AnswerItem String(string text) => new(AnswerItemKind.String, text);

    public static AnswerItem Literal(string text) => new(AnswerItemKind.Literal, text);

    public static AnswerItem List() => new(AnswerItemKind.List, "");

    public static AnswerItem Structure() => new(AnswerItemKind.Structure, "");

    /// <summary>The value of a property, or null.</summary>
    public AnswerItem? Find(string name)
    {
        foreach (var (key, value) in Properties)
        {
            if (key == name)
                return value;
        }

        return null;
    }

    /// <summary>The text of a property that is a string; else nothing.</summary>
    public string TextOf(string name) => Find(name) is { Kind: AnswerItemKind.String } found ? found.Text : "";

    /// <summary>Adds a property, or gives a property that is there another value.</summary>
    public void Set(string name, AnswerItem value)
    {
        var index = Properties.FindIndex(property => property.Key == name);
        if (index < 0)
            Properties.Add(new(name, value));
        else
            Properties[index] = new(name, value);
    }

}
