using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>Reads files and streams whole, within the limits.</summary>
internal sealed class SourceReader(
    SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    /// <summary>Reads a file; null after a diagnostic. In a folder, only a regular file is one.</summary>
    public Source? ReadFile(string path, string name, bool inFolder)
    {
        try
        {
            var length = OpenEnded.LengthOf(path);
            using var stream = OpenEnded.Open(path, length, limits.OpenTime, cancellationToken);
            if (stream is null)
            {
                diagnostics.Report(SnapshotDescriptors.NotAFile, name, "a pipe that nobody writes to");
                return null;
            }

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
        var bytes = OpenEnded.Read(stream, expectedLength, limits.FileBytes, cancellationToken);
        if (bytes.Length <= limits.FileBytes)
            return new Source(name, bytes);
        var limit = limits.FileBytes.ToString(CultureInfo.InvariantCulture);
        diagnostics.Report(SnapshotDescriptors.TooLarge, name, limit, "bytes", nameof(limits.FileBytes));
        return null;
    }

    /// <summary>Reports why the operating system gives nothing, in words that hold no path of this machine.</summary>
    public void Refuse(Exception exception, string name)
    {
        if (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Report(SnapshotDescriptors.InputNotFound, name);
            return;
        }

        diagnostics.Report(SnapshotDescriptors.Unreadable, name, ReasonOf(exception));
    }

    /// <summary>Why the operating system gives nothing, within a sentence and without a path.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        IOException io => string.Create(CultureInfo.InvariantCulture, $"input/output error 0x{io.HResult:X8}"),
        _ => "this is no path",
    };

    public static bool IsRefusal(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
