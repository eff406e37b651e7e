namespace PolicyEval.Cli.Outputs;

/// <summary>
/// Names a file by the one path without links, whether it exists or not: two names of one file resolve to the same.
/// </summary>
internal static class LinkResolver
{
    // As Linux: whoever goes through more links than this goes in circles.
    private const int LinksMax = 40;

    /// <summary>How resolved paths are compared; a file system may fold case where Linux does not.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Follows every link on the way. What does not exist is taken as it is written.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Resolve(string path) => Resolve(path, _ => false);

    /// <summary>Follows links until none is left, or until the whole path is one to stop at.</summary>
    public static string Resolve(string path, Predicate<string> isEnd)
    {
        var whole = Path.GetFullPath(path);
        var current = Path.GetPathRoot(whole)!;
        var ahead = new Stack<string>();
        Push(ahead, whole[current.Length..]);
        for (var links = 0; links <= LinksMax;)
        {
            whole = Path.Combine([current, .. ahead]);
            if (isEnd(whole) || !ahead.TryPop(out var name))
                return whole;

            // What lies behind is free of links, so that here ".." is the folder above.
            var next = name == ".." ? Path.GetDirectoryName(current) ?? current : Path.Combine(current, name);
            if (name == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            links++;
            var root = Path.GetPathRoot(target)!;
            current = root.Length > 0 ? root : current;
            Push(ahead, target[root.Length..]);
        }

        throw new IOException($"too many links on the way to '{path}'");
    }

    /// <summary>Whether a path is a folder, or lies in it; both resolved.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.Equals(folder, Comparison)
        || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : $"{folder}/", Comparison);

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (name != ".")
                ahead.Push(name);
        }
    }
}
