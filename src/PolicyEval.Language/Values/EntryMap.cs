namespace PolicyEval.Language.Values;

/// <summary>A map over an array of entries: searched one by one while it is small, else by an index.</summary>
internal sealed class EntryMap : CelMap
{
    private const int IndexFrom = 9;

    private readonly KeyValuePair<CelValue, CelValue>[] _entries;
    private readonly Dictionary<CelValue, int>? _index;

    private EntryMap(KeyValuePair<CelValue, CelValue>[] entries)
    {
        _entries = entries;
        _index = entries.Length < IndexFrom ? null : new(entries.Length, MapKeyComparer.Instance);
    }

    public override int Count => _entries.Length;

    public static CelValue Create(KeyValuePair<CelValue, CelValue>[] entries)
    {
        var map = new EntryMap(entries);
        for (var i = 0; i < entries.Length; i++)
        {
            var key = entries[i].Key;
            if (!MapKeyComparer.IsKey(key.Kind))
                return key.IsValue ? CelValue.Error($"unsupported key type: {CelTypes.Of(key)}") : key;
            if (map.Find(key, i) >= 0)
                return CelValue.Error($"repeated key: {CelFormat.Display(key)}");
            map._index?.Add(key, i);
        }

        return CelValue.Of(map);
    }

    public override KeyValuePair<CelValue, CelValue> EntryAt(int index) => _entries[index];

    public override bool TryGet(CelValue key, out CelValue value)
    {
        var index = MapKeyComparer.TryAsKey(key, out var exact) ? Find(exact, _entries.Length) : -1;
        value = index < 0 ? default : _entries[index].Value;
        return index >= 0;
    }

    /// <summary>The position of a key among the first entries, or -1.</summary>
    private int Find(CelValue key, int count)
    {
        if (_index is not null)
            return _index.TryGetValue(key, out var found) ? found : -1;

        for (var i = 0; i < count; i++)
        {
            if (MapKeyComparer.Instance.Equals(_entries[i].Key, key))
                return i;
        }

        return -1;
    }
}
