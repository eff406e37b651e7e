namespace PolicyEval.Language.Values;

/// <summary>Leaves out what was there before: cells that are read again, and cited again.</summary>
public static class Folding
{
    /// <summary>So many are compared with each other faster than a set is made.</summary>
    private const int Few = 16;

    /// <summary>
    /// Moves each item once to the start, in the order of the first ones, and says how many they are; what stands
    /// behind them then means nothing.
    /// </summary>
    public static int Fold<T>(Span<T> items)
        where T : IEquatable<T>
    {
        var seen = items.Length > Few ? new HashSet<T>(items.Length) : null;
        var count = 0;
        foreach (var item in items)
        {
            if (seen?.Add(item) ?? !items[..count].Contains(item))
                items[count++] = item;
        }

        return count;
    }
}
