using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>The source files of the tree, without what the build makes.</summary>
internal static class SourceFiles
{
    /// <summary>All C# files below a folder, in ordinal order.</summary>
    public static string[] Under(params ReadOnlySpan<string> folder) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text files of the tree that people write, without fixtures and golden files.</summary>
    public static string[] Written() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(path => IsWritten(Repository.RelativeTo(path)))
            .Order(StringComparer.Ordinal)];

    private static bool IsWritten(string path) =>
        !path.StartsWith(".git/", StringComparison.Ordinal)
        && path != ".git"
        && !path.StartsWith(".artifacts/", StringComparison.Ordinal)
        && !path.Contains("/BenchmarkDotNet.Artifacts/", StringComparison.Ordinal)
        && !path.EndsWith(".lock.json", StringComparison.Ordinal)
        && !path.Contains("/__", StringComparison.Ordinal)
        && !path.Contains("/Fixtures/", StringComparison.Ordinal);
}
