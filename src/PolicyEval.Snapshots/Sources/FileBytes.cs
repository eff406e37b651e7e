using Microsoft.Win32.SafeHandles;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// The bytes of a large file, read from disk whenever they are asked for. The file stays open as long as this is in
/// use, so it may be renamed or deleted meanwhile; whoever reads bytes again has to check that they are still the same.
/// </summary>
internal sealed class FileBytes : ByteStore, IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly DateTime _writtenAt;

    private FileBytes(SafeFileHandle handle)
    {
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
        _writtenAt = File.GetLastWriteTimeUtc(handle);
    }

    /// <summary>How many there were when it was opened.</summary>
    public override long Length { get; }

    /// <summary>Whether the file was neither written to nor cut since then, as far as its times tell.</summary>
    public bool IsAsOpened =>
        RandomAccess.GetLength(_handle) == Length && File.GetLastWriteTimeUtc(_handle) == _writtenAt;

    /// <summary>
    /// Opens a regular file that has more than some bytes, or a link to one; null for anything else, and for what
    /// cannot be opened.
    /// </summary>
    public static FileBytes? TryOpen(string path, long moreThan)
    {
        try
        {
            var info = new FileInfo(path);
            var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true);
            // What has a length is no pipe, so that opening it does not wait.
            if (target is not FileInfo { Exists: true } file || file.Length <= moreThan)
                return null;
            var opened = new FileBytes(File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            if (opened.Length > moreThan)
                return opened;
            opened.Dispose();
            return null;
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="EndOfStreamException">The file became shorter.</exception>
    public override ArraySegment<byte> Read(long offset, int count, ref byte[] buffer)
    {
        count = (int)Math.Min(count, Length - offset);
        if (buffer.Length < count)
            buffer = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = RandomAccess.Read(_handle, buffer.AsSpan(read, count - read), offset + read);
            if (more == 0)
                throw new EndOfStreamException();
            read += more;
        }

        return new ArraySegment<byte>(buffer, 0, count);
    }

    public void Dispose() => _handle.Dispose();
}
