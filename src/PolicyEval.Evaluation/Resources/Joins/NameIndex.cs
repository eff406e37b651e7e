using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>The records of a list by the names that a list of theirs holds, letter by letter. Immutable.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<JsonRecord>> _byName = new(StringComparer.Ordinal);
    private readonly EvidenceList _list;
    private readonly string _fault;

    /// <summary>Reads the names of every record.</summary>
    /// <param name="list">The records.</param>
    /// <param name="path">The list that holds names; AWS leaves it out where it is empty.</param>
    /// <param name="nameOf">The name in an element; null where there is none.</param>
    private NameIndex(EvidenceList list, string path, Func<JsonCell, JsonCell?> nameOf)
    {
        _list = list;
        var isReadable = true;
        foreach (var record in list.Records)
            isReadable &= TryAdd(record, record.Cell?.Find(path), nameOf);
        _fault = isReadable ? "" : Absence.WithoutKey(path);
    }

    /// <summary>By the texts of a list.</summary>
    public static NameIndex OfTexts(EvidenceList list, string path) => new(list, path, text => text);

    /// <summary>By a property of the objects of a list.</summary>
    public static NameIndex OfObjects(EvidenceList list, string path, string property) =>
        new(list, path, item => item.Property(property));

    /// <summary>All records that hold a name, as a field of the record of that name holds them.</summary>
    /// <param name="name">The name.</param>
    /// <param name="valueOf">What stands for a record.</param>
    public FieldReading AllOf(string name, Func<JsonRecord, CelValue> valueOf)
    {
        if (_list.Gap.Length > 0)
            return _list.Unknown();
        if (_fault.Length > 0)
            return FieldReading.Unknown(_list.Answer, _fault, _list.Cell);
        return _list.Known(_byName.TryGetValue(name, out var found) ? [.. found.Select(valueOf)] : []);
    }

    private bool TryAdd(JsonRecord record, JsonCell? names, Func<JsonCell, JsonCell?> nameOf)
    {
        if (record.Cell is not { Kind: JsonCellKind.Object })
            return false;
        if (names is not { Kind: not JsonCellKind.Null } list)
            return true;
        var isReadable = list.Kind == JsonCellKind.Array;
        foreach (var item in list.Children())
        {
            if (nameOf(item) is not { Kind: JsonCellKind.String } name)
                isReadable = false;
            else if (_byName.TryGetValue(name.Text, out var earlier))
                earlier.Add(record);
            else
                _byName.Add(name.Text, [record]);
        }

        return isReadable;
    }
}
