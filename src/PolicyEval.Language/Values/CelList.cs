namespace PolicyEval.Language.Values;

/// <summary>A list of CEL. Immutable.</summary>
public abstract class CelList
{
    /// <summary>The empty list.</summary>
    public static CelList Empty { get; } = From([]);

    /// <summary>The number of elements.</summary>
    public abstract int Count { get; }

    /// <summary>The element at an index from 0 to <see cref="Count"/> - 1; may be an unknown.</summary>
    public abstract CelValue this[int index] { get; }

    /// <summary>A list of these values; the array is not to be changed afterwards.</summary>
    public static CelList From(CelValue[] values) => new ArrayList(values);

    private sealed class ArrayList(CelValue[] values) : CelList
    {
        public override int Count => values.Length;

        public override CelValue this[int index] => values[index];
    }
}
