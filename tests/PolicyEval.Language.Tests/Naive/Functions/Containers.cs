using System.Numerics;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Lists, maps, records and optionals: index, selection, presence, membership, size.</summary>
internal static class Containers
{
    public static object Size(object value) => value switch
    {
        NaiveText text => (long)text.Points.Length,
        byte[] bytes => (long)bytes.Length,
        object[] list => (long)list.Length,
        NaiveMap map => (long)map.Entries.Count,
        _ => Fault.NoOverload,
    };

    public static object In(object value, object container) => container switch
    {
        object[] list => list.Any(element => Comparison.AreEqual(element, value)),
        NaiveMap map => map.Find(value) is not null,
        _ => Fault.NoOverload,
    };

    /// <summary><c>c[i]</c>; on an optional it goes on inside.</summary>
    public static object Index(object container, object index) => container switch
    {
        NaiveOptional optional => Inside(optional, content => IndexPresent(content, index)),
        object[] or NaiveMap => IndexPresent(container, index) switch
        {
            NaiveOptional { Content: { } found } => found,
            NaiveOptional => new Fault("nothing there"),
            var fault => fault,
        },
        _ => Fault.NoOverload,
    };

    /// <summary><c>c[?i]</c>: an optional.</summary>
    public static object IndexPresent(object container, object index) => container switch
    {
        NaiveOptional optional => Inside(optional, content => IndexPresent(content, index)),
        NaiveMap map when index is long or ulong or double or bool or NaiveText => new NaiveOptional(map.Find(index)),
        object[] list when Position(index) is { } position => position >= 0 && position < list.Length
            ? new NaiveOptional(list[(int)position])
            : NaiveOptional.None,
        _ => Fault.NoOverload,
    };

    /// <summary>What is in an optional; an optional too.</summary>
    public static object Inside(NaiveOptional optional, Func<object, object> go) =>
        optional.Content is { } content ? go(content) : NaiveOptional.None;

    private static BigInteger? Position(object index) => index switch
    {
        long value => value,
        ulong value => value,

        // A double that is an int or a uint.
        double value when double.IsInteger(value) && value is >= -9223372036854775808.0 and < 18446744073709551616.0 =>
            new BigInteger(value),
        _ => null,
    };
}
