using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>The records of a list by a property of theirs, letter by letter. Immutable.</summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<string, List<JsonRecord>> _byKey = new(StringComparer.Ordinal);
    private readonly EvidenceList _list;
    private readonly string _fault = "";

    /// <summary>Reads the property of every record.</summary>
    public RecordIndex(EvidenceList list, string path)
    {
        _list = list;
        foreach (var record in list.Records)
        {
            if (record.TextOf(path) is not { } key)
                _fault = Absence.WithoutKey(path);
            else if (_byKey.TryGetValue(key, out var earlier))
                earlier.Add(record);
            else
                _byKey.Add(key, [record]);
        }
    }

    /// <summary>The records of a key that are here, in order.</summary>
    public IReadOnlyList<JsonRecord> Of(string key) => _byKey.TryGetValue(key, out var found) ? found : [];

    /// <summary>Why there may be more than are here; empty where there are not.</summary>
    public string Gap => _list.Gap.Length > 0 ? _list.Gap : _fault;

    /// <summary>All records of a key, as a field holds them.</summary>
    public FieldReading AllOf(string key)
    {
        if (_list.Gap.Length > 0)
            return _list.Unknown();
        return _fault.Length > 0
            ? FieldReading.Unknown(_list.Answer, _fault, _list.Cell)
            : _list.Known([.. Of(key).Select(record => CelValue.Of(record))]);
    }
}
