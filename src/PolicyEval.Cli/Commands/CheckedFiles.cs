using System.Collections.Immutable;
using PolicyEval.Evaluation.Library;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Checking;

namespace PolicyEval.Cli.Commands;

/// <summary>The files of a check, named without saying where on this machine they lie.</summary>
/// <param name="folder">The folder of policies as the user named it, or null for the bundled files.</param>
/// <param name="others">Files and folders besides.</param>
internal sealed class CheckedFiles(string? folder, ImmutableArray<string> others)
{
    /// <summary>
    /// The files that were checked, in order, and behind them what diagnostics cite besides: bundled files that the
    /// folder's policies do not fit, and what cannot be read.
    /// </summary>
    /// <param name="read">What was read.</param>
    /// <param name="diagnostics">What was said of it.</param>
    public ImmutableArray<CheckedFile> Of(ImmutableArray<LibraryFile> read, ImmutableArray<Diagnostic> diagnostics)
    {
        var checkedFiles = read.Where(file => folder is null || !file.IsBundled).DistinctBy(file => file.Path).ToList();
        var known = checkedFiles.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var cited = diagnostics.Select(diagnostic => diagnostic.Location.File)
            .Where(path => path.Length > 0 && known.Add(path))
            .Select(path => read.FirstOrDefault(file => file.Path == path) is { } file ? Of(file) : Of(path));
        return [.. checkedFiles.Select(Of), .. cited];
    }

    private CheckedFile Of(LibraryFile file) =>
        (file.IsBundled ? new CheckedFile(file.Path, FileRoot.Program, file.Path) : Of(file.Path)) with
        {
            Sha256 = file.Sha256,
            Bytes = file.Bytes,
        };

    private CheckedFile Of(string path)
    {
        if (Below(Directory.GetCurrentDirectory(), path) is { } relative)
            return new CheckedFile(path, FileRoot.WorkingFolder, relative);
        var below = others.Prepend(folder).OfType<string>()
            .Select(root => Below(Directory.Exists(root) ? root : Path.GetDirectoryName(root) ?? root, path));
        return new CheckedFile(path, FileRoot.CheckedFolder, below.OfType<string>().FirstOrDefault() ?? path);
    }

    /// <summary>The path from a folder on, or null where it leads up and out.</summary>
    private static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? null
            : relative;
    }
}
