using System.Globalization;

namespace PolicyEval.Snapshots.Calls;

/// <summary>An element of a raw body, known by its name and by its place among those of the same name.</summary>
internal sealed class BodyNode
{
    private readonly BodyNode? _parent;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _index;

    public BodyNode(string name, BodyNode? parent)
    {
        Name = name;
        _parent = parent;
        if (parent is not null)
            _index = parent._counts[name] = parent._counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Without prefix.</summary>
    public string Name { get; }

    /// <summary>Whether there is an element in it.</summary>
    public bool HasChildren => _counts.Count > 0;

    /// <summary>Whether both are directly in the same element.</summary>
    public bool IsBeside(BodyNode other) => _parent == other._parent;

    /// <summary>
    /// The names from the root, with the 1-based index where a name is repeated. Known when all is read.
    /// </summary>
    public string Path()
    {
        var step = Name;
        if (_parent is null)
            return step;
        if (_parent._counts[Name] > 1)
            step += string.Create(CultureInfo.InvariantCulture, $"[{_index}]");
        var above = _parent.Path();
        return above.Length > 0 ? $"{above}/{step}" : step;
    }
}
