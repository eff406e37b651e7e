namespace PolicyEval.Snapshots.Calls;

/// <summary>An element of an XML answer. Filled by <see cref="XmlTree"/>, then only read.</summary>
internal sealed class XmlItem(string name)
{
    /// <summary>Without prefix and namespace.</summary>
    public string Name { get; } = name;

    /// <summary>The text of an element without children.</summary>
    public string Text { get; set; } = "";

    public List<XmlItem> Children { get; } = [];

    /// <summary>The first child of that name, or null.</summary>
    public XmlItem? Find(string name) => Children.Find(child => child.Name == name);
}
