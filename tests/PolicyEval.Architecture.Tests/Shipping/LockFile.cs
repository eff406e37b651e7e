using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>Reads the lock file of a program.</summary>
internal static class LockFile
{
    /// <summary>All packages, by name in ordinal order, each once.</summary>
    /// <param name="project">Such as <c>PolicyEval.Cli</c>.</param>
    public static IReadOnlyList<LockedPackage> Read(string project)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", project, "packages.lock.json")));
        var entries = file.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject()).ToArray();
        var named = entries.Where(entry => TypeOf(entry) == "Project").SelectMany(DependenciesOf)
            .Concat(entries.Where(entry => TypeOf(entry) == "Direct").Select(entry => entry.Name))
            .ToHashSet(StringComparer.Ordinal);

        // A package may stand in the list of the framework and in that of a system, there with more dependencies.
        return
        [
            .. entries.Where(entry => TypeOf(entry) != "Project")
                .GroupBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(group => new LockedPackage(
                    group.Key,
                    group.First().Value.GetProperty("resolved").GetString()!,
                    group.First().Value.GetProperty("contentHash").GetString()!,
                    named.Contains(group.Key),
                    [.. group.SelectMany(DependenciesOf).Distinct().Order(StringComparer.Ordinal)]))
                .OrderBy(package => package.Name, StringComparer.Ordinal),
        ];
    }

    private static string? TypeOf(JsonProperty entry) => entry.Value.GetProperty("type").GetString();

    private static IEnumerable<string> DependenciesOf(JsonProperty entry) =>
        entry.Value.TryGetProperty("dependencies", out var dependencies)
            ? dependencies.EnumerateObject().Select(dependency => dependency.Name)
            : [];
}
