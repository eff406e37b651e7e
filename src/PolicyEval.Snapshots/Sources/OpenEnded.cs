namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Opens and reads what may be a file, a pipe or a device: nothing here trusts a length, and everything has an end.
/// </summary>
internal static class OpenEnded
{
    private const int FirstChunk = 64 * 1024;
    private const int Chunk = 16 * 1024 * 1024;

    /// <summary>The length of a regular file; 0 for what is empty, or a link, pipe or device.</summary>
    public static long LengthOf(string path) =>
        // The length of a link is its own, and says nothing of what it names.
        new FileInfo(path) is { Exists: true, LinkTarget: null } info ? info.Length : 0;

    /// <summary>
    /// Opens a path; null for a pipe that nobody writes to. What has no length may be a pipe, and to open one that
    /// nobody writes to blocks for ever. So it is opened by a thread of its own, which is left behind if it does not
    /// come back.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="length">What <see cref="LengthOf"/> said.</param>
    /// <param name="patience">How long a pipe may take to open.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static FileStream? Open(string path, long length, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (length > 0)
            return Open(path);
        var opening = Task.Run(() => Open(path), cancellationToken);
        return Task.WaitAny([opening], (int)patience.TotalMilliseconds, cancellationToken) == 0
            ? opening.GetAwaiter().GetResult()
            : null;
    }

    /// <summary>
    /// Reads a stream to its end, or to its first NUL, behind which nothing can make the file usable, or to one byte
    /// more than the most, which says that there are more.
    /// </summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="expected">How many there are likely to be.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Memory<byte> Read(Stream stream, long expected, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(expected > 0 ? expected + 1 : FirstChunk, most + 1L)];
        var length = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, length, Math.Min(buffer.Length - length, Chunk));
            length += read;
            if (read == 0 || length > most || buffer.AsSpan(length - read, read).Contains((byte)0))
                return buffer.AsMemory(0, length);
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * length, most + 1L));
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
