namespace PolicyEval.Language.Diagnostics;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
public static class NameSuggester
{
    // The table of a distance has a cell for each pair of letters. Nobody mistypes a name as long as a book, and what
    // is that long is no name: two of a hundred thousand letters would ask for forty gigabytes.
    private const int LengthMax = 200;

    /// <summary>
    /// The nearest candidate by edit distance, the first one of equals, or null where none is near or the name is
    /// longer than any name.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LengthMax)
            return null;
        string? best = null;

        // A third of the letters may be wrong: "acess" finds "access", and "x" does not find "y".
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= bestDistance)
                continue;
            var distance = Distance(name, candidate);
            if (distance < bestDistance && distance < Math.Max(name.Length, candidate.Length))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The number of letters to insert, remove, replace, or swap with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
