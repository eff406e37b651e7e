namespace PolicyEval.Cli.Outputs;

/// <summary>A file that nobody had before: written whole, or gone again.</summary>
internal static class NewFile
{
    /// <summary>Makes a file. One that is there, or a link of its name, is an <see cref="IOException"/>.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="isPrivate">Whether nobody else may read it, from its first moment on.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        try
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            Discarding.All([stream]);
            File.Delete(path);
            throw;
        }
    }
}
