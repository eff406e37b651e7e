using System.Runtime.InteropServices;

namespace PolicyEval.Snapshots.Calls;

/// <summary>An element of an XML answer. Filled by <see cref="XmlTree"/>, then only read.</summary>
internal sealed class XmlItem(string name)
{
    // Most elements hold text alone.
    private List<XmlItem>? _children;

    /// <summary>Without prefix and namespace.</summary>
    public string Name { get; } = name;

    /// <summary>The text of an element without children.</summary>
    public string Text { get; set; } = "";

    public ReadOnlySpan<XmlItem> Children => CollectionsMarshal.AsSpan(_children);

    public void Add(XmlItem child) => (_children ??= []).Add(child);

    /// <summary>The first child of that name, or null.</summary>
    public XmlItem? Find(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
                return child;
        }

        return null;
    }
}
