namespace PolicyEval.Testing;

/// <summary>The working tree that the tests belong to.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>PolicyEval.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file or folder of the tree.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The path relative to the root, with forward slashes.</summary>
    public static string RelativeTo(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>
    /// The reference material beside the tree, or null where it is absent: tests that read it are then skipped by
    /// name. <c>POLICYEVAL_SHARED</c> names another folder.
    /// </summary>
    public static string? Shared { get; } = FindShared();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicyEval.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests run inside the working tree: no PolicyEval.sln above them.");
    }

    private static string? FindShared()
    {
        var folder = Environment.GetEnvironmentVariable("POLICYEVAL_SHARED") is { Length: > 0 } named
            ? named
            : Path.Combine(FindRoot(), "..", "shared");
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
