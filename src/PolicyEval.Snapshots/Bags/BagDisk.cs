namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// The disk of the operating system. Files are made with mode 0644 and folders with 0755, less what the user's umask
/// takes away: whoever keeps evidence private keeps it so.
/// </summary>
internal sealed class BagDisk : IBagDisk
{
    // EEXIST, and ERROR_FILE_EXISTS as a result.
    private const int UnixFileExists = 17;
    private const int WindowsFileExists = unchecked((int)0x8007_0050);

    private const UnixFileMode FileMode0644 =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode FolderMode0755 =
        FileMode0644 | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static BagDisk Instance { get; } = new();

    public bool Exists(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    public void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode0755);
    }

    public Stream? CreateFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode0644;
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException exception) when (exception.HResult is UnixFileExists or WindowsFileExists)
        {
            return null;
        }
    }

    public void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    // Directory.Move looks whether the name is taken, and rename(2) refuses one with files in it. An empty folder that
    // another program makes between the two is replaced, and nothing is lost with it.
    public void MoveFolder(string from, string to) => Directory.Move(from, to);

    public void ReplaceFile(string from, string to) => File.Move(from, to, overwrite: true);

    public void DeleteFile(string path) => File.Delete(path);

    public void DeleteFolder(string path) => Directory.Delete(path, recursive: false);
}
