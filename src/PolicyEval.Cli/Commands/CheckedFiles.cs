using System.Collections.Immutable;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Library;
using PolicyEval.Reporting.Checking;

namespace PolicyEval.Cli.Commands;

/// <summary>The files of a check, named without saying where on this machine they lie.</summary>
internal static class CheckedFiles
{
    /// <summary>
    /// The files that were checked, in order, and behind them what diagnostics cite besides: bundled files that the
    /// folder's policies do not fit, and what cannot be read.
    /// </summary>
    /// <param name="library">What was read.</param>
    /// <param name="folder">The folder as the user named it, or null for the bundled files.</param>
    public static ImmutableArray<CheckedFile> Of(PolicyLibrary library, string? folder)
    {
        var checkedFiles = library.Files.Where(file => file.IsBundled == folder is null).ToList();
        var known = checkedFiles.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var cited = library.Diagnostics.Select(diagnostic => diagnostic.Location.File)
            .Where(path => path.Length > 0 && known.Add(path))
            .Select(path => library.Files.FirstOrDefault(file => file.Path == path) is { } file
                ? Of(file, folder)
                : Of(path, folder));
        return [.. checkedFiles.Select(file => Of(file, folder)), .. cited];
    }

    private static CheckedFile Of(LibraryFile file, string? folder) =>
        (file.IsBundled ? new CheckedFile(file.Path, FileRoot.Program, file.Path) : Of(file.Path, folder)) with
        {
            Sha256 = file.Sha256,
            Bytes = file.Bytes,
        };

    private static CheckedFile Of(string path, string? folder) =>
        Below(Directory.GetCurrentDirectory(), path) is { } relative
            ? new CheckedFile(path, FileRoot.WorkingFolder, relative)
            : new CheckedFile(path, FileRoot.CheckedFolder, (folder is null ? null : Below(folder, path)) ?? path);

    /// <summary>The path from a folder on, or null where it leads up and out.</summary>
    private static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? null
            : relative;
    }
}
