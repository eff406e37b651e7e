namespace PolicyEval.Language.Values;

/// <summary>Equality of map keys: int and uint by their number, bool and string by kind and content.</summary>
internal sealed class MapKeyComparer : IEqualityComparer<CelValue>
{
    // 2^63 and 2^64, the first doubles beyond the integer ranges.
    private const double IntEnd = 9223372036854775808.0;
    private const double UintEnd = 18446744073709551616.0;

    private MapKeyComparer()
    {
    }

    public static MapKeyComparer Instance { get; } = new();

    public static bool IsKey(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Bool or CelKind.String;

    /// <summary>A value as a key to look up: a double without a fraction stands for its integer.</summary>
    public static bool TryAsKey(CelValue value, out CelValue key)
    {
        key = value;
        if (value.Kind != CelKind.Double)
            return IsKey(value.Kind);

        var number = value.AsDouble;
        if (Math.Truncate(number) != number || number < -IntEnd || number >= UintEnd)
            return false;
        key = number < IntEnd ? CelValue.Of((long)number) : CelValue.Of((ulong)number);
        return true;
    }

    public bool Equals(CelValue x, CelValue y) => (x.Kind, y.Kind) switch
    {
        (CelKind.String, CelKind.String) => string.Equals(x.AsString, y.AsString, StringComparison.Ordinal),
        (CelKind.Bool, CelKind.Bool) => x.AsBool == y.AsBool,
        (CelKind.Int, CelKind.Int) or (CelKind.Uint, CelKind.Uint) => x.AsUint == y.AsUint,
        (CelKind.Int, CelKind.Uint) => x.AsInt >= 0 && x.AsUint == y.AsUint,
        (CelKind.Uint, CelKind.Int) => y.AsInt >= 0 && x.AsUint == y.AsUint,
        _ => false,
    };

    // Int and uint of one number have the same bits where both exist, so the bits serve as their common hash.
    public int GetHashCode(CelValue key) => key.Kind switch
    {
        CelKind.String => string.GetHashCode(key.AsString, StringComparison.Ordinal),
        CelKind.Bool => key.AsBool ? 1 : 2,
        _ => key.AsUint.GetHashCode(),
    };
}
