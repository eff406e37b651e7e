namespace PolicyEval.Collector.Commands;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class NearestName
{
    private const int LettersMax = 2;

    /// <summary>The name that differs by at most two letters, or that the written one begins; or null.</summary>
    public static string? Of(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: IsBeginning(written, name) ? 1 : Distance(written, name)))
        .Where(candidate => candidate.Distance <= LettersMax)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static bool IsBeginning(string written, string name) =>
        written.Length > 3 && name.StartsWith(written, StringComparison.Ordinal);

    /// <summary>How many letters to add, remove or replace.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = left[i - 1] == right[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
