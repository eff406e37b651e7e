using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Equality, which is there for all values, and order, which is not.</summary>
internal static class Comparison
{
    public static bool AreEqual(object left, object right) => (left, right) switch
    {
        (long or ulong or double, long or ulong or double) => OfNumbers(left, right) == 0,
        (byte[] l, byte[] r) => l.AsSpan().SequenceEqual(r),
        (object[] l, object[] r) => l.Length == r.Length && l.Zip(r).All(pair => AreEqual(pair.First, pair.Second)),
        (NaiveMap l, NaiveMap r) => l.Entries.Count == r.Entries.Count
            && l.Entries.All(entry => r.Find(entry.Key) is { } other && AreEqual(entry.Value, other)),
        (NaiveOptional { Content: { } l }, NaiveOptional { Content: { } r }) => AreEqual(l, r),
        (NaiveOptional l, NaiveOptional r) => l.Content is null && r.Content is null,
        _ => left.Equals(right),
    };

    /// <summary>Negative, zero or positive; null beside NaN, a fault where there is no order.</summary>
    public static object? Compare(object left, object right) => (left, right) switch
    {
        (bool l, bool r) => l.CompareTo(r),
        (long or ulong or double, long or ulong or double) => OfNumbers(left, right),
        (NaiveText l, NaiveText r) => l.Points.AsSpan().SequenceCompareTo(r.Points),
        (byte[] l, byte[] r) => l.AsSpan().SequenceCompareTo(r),
        (NaiveTime l, NaiveTime r) => l.Nanoseconds.CompareTo(r.Nanoseconds),
        (NaiveSpan l, NaiveSpan r) => l.Nanoseconds.CompareTo(r.Nanoseconds),
        _ => Fault.NoOverload,
    };

    /// <summary>What a comparison operator says.</summary>
    public static object Holds(object left, object right, Func<int, bool> isMeant) => Compare(left, right) switch
    {
        null => false,
        int order => isMeant(order),
        var fault => fault,
    };

    /// <summary>Integers exactly; beside a double an integer becomes a double, even if that rounds it.</summary>
    public static int? OfNumbers(object left, object right)
    {
        if (left is not double && right is not double)
            return Exact(left).CompareTo(Exact(right));
        var (l, r) = (Rounded(left), Rounded(right));
        return l < r ? -1 : l > r ? 1 : l == r ? 0 : null;
    }

    private static BigInteger Exact(object number) => number is long value ? value : (ulong)number;

    private static double Rounded(object number) => number switch
    {
        long value => value,
        ulong value => value,
        _ => (double)number,
    };
}
