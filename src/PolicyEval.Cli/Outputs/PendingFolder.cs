using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>
/// A folder whose new files are written in a hidden folder in it, under other names, and moved to their places when all
/// are complete. Files that it holds already stay, but for those of the same name, of which readers see the old one or
/// the whole new one.
/// </summary>
internal sealed class PendingFolder : IPendingOutput, IReportFolder
{
    private const string Partial = ".partial";

    private readonly string _path;
    private readonly bool _isNew;
    private readonly string _temporary;
    private bool _kept;

    private PendingFolder(string path, bool isNew)
    {
        _path = path;
        _isNew = isNew;
        // Runs in several containers have one process number, and may write to one folder at a time.
        _temporary = Path.Combine(path, $".policyeval.{Path.GetRandomFileName()}{Partial}");
    }

    /// <summary>Opens a folder, and makes it where it is not there.</summary>
    /// <param name="path">Its path, without links; what is above it is there.</param>
    public static PendingFolder Open(string path)
    {
        var folder = new PendingFolder(path, isNew: !Directory.Exists(path));
        Directory.CreateDirectory(path);
        try
        {
            Directory.CreateDirectory(folder._temporary);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Stream Create(string path)
    {
        var temporary = Path.Combine(_temporary, path + Partial);
        Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
        return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
    }

    /// <inheritdoc/>
    public Stream CreateScratch() => new FileStream(
        Path.Combine(_temporary, "scratch"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });

    /// <summary>
    /// Moves every file to its place. Where a folder for one cannot be made, or stands in its place, none is moved.
    /// </summary>
    public void Keep()
    {
        List<(string From, string To)> moves =
        [
            .. Directory.EnumerateFiles(_temporary, "*" + Partial, SearchOption.AllDirectories)
                .Select(file => (file, PlaceOf(file))).OrderBy(move => move.Item2, StringComparer.Ordinal),
        ];
        foreach (var (_, to) in moves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (Directory.Exists(to))
                throw new IOException($"A folder stands in the place of a file: '{to}'");
        }

        foreach (var (from, to) in moves)
            File.Move(from, to, overwrite: true);
        _kept = true;
    }

    /// <summary>Removes what was not moved, and the folder itself if it was made for nothing.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
        if (_isNew && !_kept && !Directory.EnumerateFileSystemEntries(_path).Any())
            Directory.Delete(_path);
    }

    private string PlaceOf(string temporary) =>
        Path.Combine(_path, Path.GetRelativePath(_temporary, temporary)[..^Partial.Length]);
}
