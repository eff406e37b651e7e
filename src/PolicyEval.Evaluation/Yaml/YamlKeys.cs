namespace PolicyEval.Evaluation.Yaml;

/// <summary>
/// The keys of a mapping while it is read. Most mappings have few, of which a list is searched sooner than a table is
/// made; a table sees to it that a file with very many is read all the same.
/// </summary>
internal sealed class YamlKeys
{
    private const int ListedMax = 16;

    private readonly List<YamlScalar> _list = [];
    private Dictionary<string, YamlScalar>? _table;

    /// <summary>Adds a key; if it is there already, that one is returned and nothing is added.</summary>
    public YamlScalar? Add(YamlScalar key)
    {
        if (Find(key.Value) is { } earlier)
            return earlier;
        if (_table is null && _list.Count < ListedMax)
            _list.Add(key);
        else
            (_table ??= _list.ToDictionary(each => each.Value, StringComparer.Ordinal)).Add(key.Value, key);
        return null;
    }

    private YamlScalar? Find(string text)
    {
        if (_table is not null)
            return _table.GetValueOrDefault(text);
        foreach (var key in _list)
        {
            if (key.Value == text)
                return key;
        }
        return null;
    }
}
