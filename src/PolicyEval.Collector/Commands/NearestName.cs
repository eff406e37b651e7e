using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Collector.Commands;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
internal static class NearestName
{
    private const int LettersMax = 2;

    /// <summary>The name that differs by at most two letters, or that the written one begins; or null.</summary>
    public static string? Of(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: IsBeginning(written, name) ? 1 : EditDistance.Of(written, name)))
        .Where(candidate => candidate.Distance <= LettersMax)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static bool IsBeginning(string written, string name) =>
        written.Length > 3 && name.StartsWith(written, StringComparison.Ordinal);
}
