namespace PolicyEval.Cli.Outputs;

/// <summary>
/// A file that is written under another name in the same folder and renamed when it is complete: whoever looks at the
/// real name sees the old report or the whole new one.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _kept;

    private PendingFile(string path, string temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Opens a temporary file beside a path.</summary>
    public static PendingFile Beside(string path)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full))
            return new PendingFile(full, full, new FileStream(full, FileMode.Open, FileAccess.Write)) { _kept = true };

        var temporary = Path.Combine(
            Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.partial");
        File.Delete(temporary);
        return new PendingFile(full, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write));
    }

    /// <summary>Gives the complete file its real name.</summary>
    public void Keep()
    {
        Stream.Dispose();
        if (_kept)
            return;

        File.Move(_temporary, _path, overwrite: true);
        _kept = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_kept)
            File.Delete(_temporary);
    }

    // A device or a pipe such as /dev/null and /dev/fd/63 is written to; renaming would put a file in its place.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
