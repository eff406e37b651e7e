namespace PolicyEval.Language.Values;

/// <summary>
/// A map of CEL, in the order in which it was made. Keys are int, uint, bool and string; the numbers 1, 1u and 1.0
/// find the same entry (CEL language definition, "Equality"). Immutable.
/// </summary>
public abstract class CelMap
{
    /// <summary>The empty map.</summary>
    public static CelMap Empty { get; } = From([]).AsMap;

    /// <summary>The number of entries.</summary>
    public abstract int Count { get; }

    /// <summary>The entry at a position from 0 to <see cref="Count"/> - 1.</summary>
    public abstract KeyValuePair<CelValue, CelValue> EntryAt(int index);

    /// <summary>Finds the value of a key; false where there is none or the key is of a kind that no map has.</summary>
    public abstract bool TryGet(CelValue key, out CelValue value);

    /// <summary>
    /// A map of these entries, in this order; the array is not to be changed afterwards. An error where a key is not
    /// an int, uint, bool or string, or equals an earlier one (1 equals 1u).
    /// </summary>
    public static CelValue From(KeyValuePair<CelValue, CelValue>[] entries) => EntryMap.Create(entries);
}
