namespace PolicyEval.Cli.Outputs;

/// <summary>
/// A file that is written under another name in the same folder and renamed when it is complete: whoever looks at the
/// real name sees the old report or the whole new one.
/// </summary>
internal sealed class PendingFile : IPendingOutput
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _kept;

    /// <summary>One whose temporary file is open already.</summary>
    /// <param name="path">Its real name.</param>
    /// <param name="temporary">The name until it is kept.</param>
    /// <param name="stream">Writes the temporary file; closed with this.</param>
    internal PendingFile(string path, string temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Opens a destination: a temporary file beside a file, or a device or pipe itself.</summary>
    public static PendingFile Open(Destination destination)
    {
        var path = destination.Path;
        if (destination.Kind == DestinationKind.Device)
            return Into(path);

        var old = new FileInfo(path);
        if (old is { Exists: true, Length: 0 })
        {
            // A pipe has no length either, and is not to be replaced. To open it waits for its reader.
            var direct = Into(path);
            if (!direct.Stream.CanSeek)
                return direct;
            direct.Dispose();
        }

        var temporary = Path.Combine(
            Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.partial");
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (old.Exists && !OperatingSystem.IsWindows())
            options.UnixCreateMode = old.UnixFileMode | UnixFileMode.UserWrite;
        return new PendingFile(path, temporary, new FileStream(temporary, options));
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

    /// <summary>Removes the temporary file, also where its last bytes find no room, unless it was kept.</summary>
    public void Dispose()
    {
        Discarding.All([Stream]);
        if (!_kept)
            File.Delete(_temporary);
    }

    // What a device holds already stays, as behind ">>": it may be a file under another name.
    private static PendingFile Into(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"'{path}' is not there", path);

        var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        return new PendingFile(path, path, stream) { _kept = true };
    }
}
