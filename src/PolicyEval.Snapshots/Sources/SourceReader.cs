using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>Reads files and streams whole, within the limits.</summary>
internal sealed class SourceReader(
    SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private const int FirstChunk = 64 * 1024;

    /// <summary>Reads a file; null after a diagnostic. In a folder, only a regular file is one.</summary>
    public Source? ReadFile(string path, string name, bool inFolder)
    {
        try
        {
            // The length of a link is its own, and says nothing of what it names.
            var length = new FileInfo(path) is { Exists: true, LinkTarget: null } info ? info.Length : 0;
            using var stream = length > 0 ? Open(path) : OpenSpecial(path, name);
            if (stream is null)
                return null;
            if (inFolder && !stream.CanSeek)
            {
                diagnostics.Report(SnapshotDescriptors.NotAFile, name, "a pipe or device");
                return null;
            }

            var source = ReadStream(stream, name, length);
            if (source is null || !inFolder || length > 0 || source.Bytes.IsEmpty)
                return source;
            diagnostics.Report(SnapshotDescriptors.NotAFile, name, "a device, or a file that changes");
            return null;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            Refuse(exception, name);
            return null;
        }
    }

    /// <summary>
    /// Reads a stream to its end, or to its first NUL, behind which nothing can make the file usable.
    /// </summary>
    public Source? ReadStream(Stream stream, string name, long expectedLength)
    {
        var buffer = new byte[Math.Min(Math.Max(expectedLength + 1, FirstChunk), limits.FileBytes + 1L)];
        var length = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, length, Math.Min(buffer.Length - length, 16 * 1024 * 1024));
            if (read == 0)
                return new Source(name, buffer.AsMemory(0, length));
            length += read;
            if (length > limits.FileBytes)
            {
                var limit = limits.FileBytes.ToString(CultureInfo.InvariantCulture);
                diagnostics.Report(SnapshotDescriptors.TooLarge, name, limit, "bytes", nameof(limits.FileBytes));
                return null;
            }

            if (buffer.AsSpan(length - read, read).Contains((byte)0))
                return new Source(name, buffer.AsMemory(0, length));
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * length, limits.FileBytes + 1L));
        }
    }

    /// <summary>Reports why the operating system gives nothing, in words that hold no path of this machine.</summary>
    public void Refuse(Exception exception, string name)
    {
        if (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Report(SnapshotDescriptors.InputNotFound, name);
            return;
        }

        diagnostics.Report(SnapshotDescriptors.Unreadable, name, exception switch
        {
            UnauthorizedAccessException => "permission denied",
            PathTooLongException => "the path is too long",
            IOException io => string.Create(CultureInfo.InvariantCulture, $"input/output error 0x{io.HResult:X8}"),
            _ => "this is no path",
        });
    }

    public static bool IsRefusal(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>
    /// What has no length may be a pipe, and to open a pipe that nobody writes to blocks for ever. So it is opened by a
    /// thread of its own, which is left behind if it does not come back.
    /// </summary>
    private FileStream? OpenSpecial(string path, string name)
    {
        var opening = Task.Run(() => Open(path), cancellationToken);
        try
        {
            if (opening.Wait((int)limits.OpenTime.TotalMilliseconds, cancellationToken))
                return opening.Result;
        }
        catch (AggregateException aggregate) when (aggregate.InnerException is { } inner && IsRefusal(inner))
        {
            Refuse(inner, name);
            return null;
        }

        diagnostics.Report(SnapshotDescriptors.NotAFile, name, "a pipe that nobody writes to");
        return null;
    }
}
