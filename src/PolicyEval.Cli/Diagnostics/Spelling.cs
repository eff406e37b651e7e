namespace PolicyEval.Cli.Diagnostics;

/// <summary>Finds the name that somebody meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the names, or null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        string? best = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = Distance(written, name);
            if (distance < least)
                (best, least) = (name, distance);
        }

        return best;
    }

    // Letters that were left out, added, changed, or swapped with their neighbour; capitals do not count.
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var above = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            above[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
