using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>
/// Where the conformance data of CEL is: the folder that <c>CEL_CONFORMANCE</c> names, else
/// <c>../shared/cel/conformance</c> beside the working tree.
/// </summary>
internal static class ConformanceFolder
{
    /// <summary>The absolute path, or null where there is no such folder.</summary>
    public static string? Path { get; } = Find();

    /// <summary>
    /// The files, in the order of their names. Only <c>block_ext</c> is left out: its macros are those of cel-go's own
    /// tests.
    /// </summary>
    public static string[] Files() =>
    [
        .. Directory.EnumerateFiles(Path!, "*.json")
            .Where(path => System.IO.Path.GetFileName(path) != "block_ext.json")
            .Order(StringComparer.Ordinal),
    ];

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("CEL_CONFORMANCE");
        var folder = string.IsNullOrEmpty(named)
            ? System.IO.Path.Combine(Repository.Shared ?? Repository.Root, "cel", "conformance")
            : System.IO.Path.Combine(Repository.Root, named);
        return Directory.Exists(folder) ? System.IO.Path.GetFullPath(folder) : null;
    }
}
