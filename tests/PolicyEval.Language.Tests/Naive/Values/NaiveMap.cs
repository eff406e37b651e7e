using System.Numerics;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A map: entries in the order in which they were made. Keys are int, uint, bool and string.</summary>
internal sealed class NaiveMap
{
    private readonly List<(object Key, object Value)> _entries = [];

    public IReadOnlyList<(object Key, object Value)> Entries => _entries;

    /// <summary>A map of entries; a fault where a key is none, or stands twice.</summary>
    public static object Of(IEnumerable<(object Key, object Value)> entries)
    {
        var map = new NaiveMap();
        foreach (var (key, value) in entries)
        {
            if (key is not (long or ulong or bool or NaiveText))
                return new Fault("no key");
            if (map.Find(key) is not null)
                return new Fault("the key stands twice");
            map._entries.Add((key, value));
        }

        return map;
    }

    /// <summary>The value of a key, or null. Numbers of one value are one key.</summary>
    public object? Find(object key)
    {
        foreach (var (known, value) in _entries)
        {
            if (IsSame(known, key))
                return value;
        }

        return null;
    }

    private static bool IsSame(object known, object key) => Integer(known) is { } number
        ? Integer(key) == number
        : known.Equals(key);

    /// <summary>A number as an integer, or null where it is none.</summary>
    private static BigInteger? Integer(object number) => number switch
    {
        long value => value,
        ulong value => value,
        double value when double.IsInteger(value) => new BigInteger(value),
        _ => null,
    };
}
