using System.Globalization;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>Names in a sentence.</summary>
public static class NameList
{
    /// <summary>The first names, and how many more there are: <c>a, b and 3 more</c>.</summary>
    /// <param name="names">All of them, in the order in which they are shown.</param>
    /// <param name="max">How many are shown at most.</param>
    public static string Of(IReadOnlyCollection<string> names, int max)
    {
        var shown = string.Join(", ", names.Take(max));
        return names.Count <= max
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown} and {names.Count - max} more");
    }
}
