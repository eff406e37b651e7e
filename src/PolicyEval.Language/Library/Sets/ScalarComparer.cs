using System.Diagnostics;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Sets;

/// <summary>
/// The equality of CEL over scalars, with a hash that equal ones share: numbers that are equal across their types are
/// equal as doubles.
/// </summary>
internal sealed class ScalarComparer : IEqualityComparer<CelValue>
{
    private ScalarComparer()
    {
    }

    public static ScalarComparer Instance { get; } = new();

    public static bool IsScalar(CelKind kind) => kind is CelKind.Null or CelKind.Bool or CelKind.Int or CelKind.Uint
        or CelKind.Double or CelKind.String or CelKind.Bytes or CelKind.Timestamp or CelKind.Duration;

    public bool Equals(CelValue x, CelValue y) => CelEquality.Equals(x, y).IsTrue;

    public int GetHashCode(CelValue value) => value.Kind switch
    {
        CelKind.Null => 0,
        CelKind.Bool => value.AsBool ? 1 : 2,
        CelKind.Int => Hash(value.AsInt),
        CelKind.Uint => Hash(value.AsUint),
        CelKind.Double => Hash(value.AsDouble),
        CelKind.String => string.GetHashCode(value.AsString, StringComparison.Ordinal),
        CelKind.Bytes => Hash(value.AsBytes),
        CelKind.Timestamp => value.AsTimestamp.GetHashCode(),
        CelKind.Duration => value.AsDuration.GetHashCode(),
        _ => throw new UnreachableException(value.Kind.ToString()),
    };

    // HashCode mixes with a seed of the process: no list of numbers can be made to collide on purpose. Zero has two
    // signs and one hash.
    private static int Hash(double number) => HashCode.Combine(number == 0 ? 0 : number);

    private static int Hash(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
