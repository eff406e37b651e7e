using System.Buffers;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// The names that files of a bag may have. They mean the same on every file system, in a zip, in a manifest and to
/// sha256sum, and none leads out of the bag.
/// </summary>
internal static class BagPath
{
    private const int LengthMax = 512;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/");

    /// <summary>What is wrong with a path, in words; null where nothing is.</summary>
    public static string? ProblemOf(string path)
    {
        if (path.Length is 0 or > LengthMax)
            return path.Length == 0 ? "it is empty" : "it is too long";
        if (path.AsSpan().ContainsAnyExcept(Allowed))
            return "it has characters other than A-Z a-z 0-9 . _ - /";
        if (path[0] == '/')
            return "it is absolute";
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (ProblemOfPart(path.AsSpan(range)) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? ProblemOfPart(ReadOnlySpan<char> part) => part switch
    {
        "" => "it has an empty part",
        "." or ".." => "it leads out of the snapshot or nowhere",
        _ when part[^1] == '.' => "a part ends in a dot, which Windows drops",
        _ when part.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase) => "it is of an unfinished file",
        _ when IsDevice(part) => "it is a device on Windows",
        _ => null,
    };

    private static bool IsDevice(ReadOnlySpan<char> part)
    {
        var dot = part.IndexOf('.');
        var stem = dot < 0 ? part : part[..dot];
        return stem.Length switch
        {
            3 => Is(stem, "con") || Is(stem, "prn") || Is(stem, "aux") || Is(stem, "nul"),
            4 => char.IsAsciiDigit(stem[3]) && (Is(stem[..3], "com") || Is(stem[..3], "lpt")),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> stem, string device) =>
        stem.Equals(device, StringComparison.OrdinalIgnoreCase);
}
