namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// A file that the user names and that is no evidence: rules, a list, a report. Regular or not, so that a shell's pipe
/// will do; whole, and never more than a limit.
/// </summary>
/// <param name="Bytes">
/// The bytes, or one more than the limit where there are more; up to the first NUL where there is one, behind which no
/// text can be usable. Empty where it cannot be read.
/// </param>
/// <param name="Problem">Why it cannot be read, within a sentence and without the path; null where it was.</param>
/// <param name="IsRegular">Whether it can be read once more.</param>
public sealed record NamedFile(ReadOnlyMemory<byte> Bytes, string? Problem, bool IsRegular)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="bytesMax">How many bytes it may have.</param>
    public static NamedFile Read(string path, int bytesMax)
    {
        if (Directory.Exists(path))
            return Refused("it is a folder");
        try
        {
            var length = OpenEnded.LengthOf(path);
            using var stream = OpenEnded.Open(path, length, SnapshotLimits.Default.OpenTime, CancellationToken.None);
            return stream is null
                ? Refused("it is a pipe that nobody writes to")
                : new NamedFile(
                    OpenEnded.Read(stream, length, bytesMax, CancellationToken.None), Problem: null, stream.CanSeek);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            return Refused(Reason(exception));
        }
    }

    private static NamedFile Refused(string problem) => new(default, problem, IsRegular: false);

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        _ => exception.Message.TrimEnd('.'),
    };
}
