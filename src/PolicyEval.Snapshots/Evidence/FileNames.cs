using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Evidence;

/// <summary>Finds the name that a misspelt file name was meant to be.</summary>
internal static class FileNames
{
    private const int LettersMax = 2;

    /// <summary>
    /// Of the candidates the one that differs in case, hyphens, a missing or doubled ending or at most two letters; or
    /// null.
    /// </summary>
    public static string? Nearest(string name, ImmutableArray<string> candidates)
    {
        string? nearest = null;
        var least = LettersMax;
        var plain = Plain(name);
        foreach (var candidate in candidates)
        {
            // Of equally near ones the last: the JSON of a report says more than the CSV, and sorts behind it.
            var distance = DistanceOf(plain, candidate);
            if (distance > least)
                continue;
            nearest = candidate;
            least = distance;
        }

        return nearest;
    }

    private static string Plain(string name)
    {
        var plain = name.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        foreach (var added in (ReadOnlySpan<string>)[".txt", ".json", ".csv"])
        {
            // Some programs add an ending to the one that the user wrote.
            if (plain.EndsWith(added, StringComparison.Ordinal) && Path.HasExtension(plain[..^added.Length]))
                return plain[..^added.Length];
        }

        return plain;
    }

    private static int DistanceOf(string plain, string candidate) =>
        plain == Path.GetFileNameWithoutExtension(candidate) ? 0
        : Math.Abs(plain.Length - candidate.Length) > LettersMax ? int.MaxValue
        : EditDistance.Of(plain, candidate);
}
