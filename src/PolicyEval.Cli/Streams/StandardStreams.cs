using System.Globalization;

namespace PolicyEval.Cli.Streams;

/// <summary>The streams of the process. One that was closed from the start fails when it is used.</summary>
internal static class StandardStreams
{
    private const int OutputBufferBytes = 1 << 16;

    // O_CLOEXEC of Linux, in the octal digits that /proc/PID/fdinfo shows.
    private const long CloseOnExec = 0x80000;

    /// <summary>Standard input.</summary>
    public static Stream Input() => IsGiven(0) ? Console.OpenStandardInput() : new ClosedStream("standard input");

    /// <summary>Standard output, buffered.</summary>
    public static Stream Output() => IsGiven(1)
        ? new BufferedStream(Console.OpenStandardOutput(), OutputBufferBytes)
        : new ClosedStream("standard output");

    /// <summary>Standard error.</summary>
    public static Stream Error() => IsGiven(2) ? Console.OpenStandardError() : new ClosedStream("standard error");

    /// <summary>
    /// Whether a descriptor came from outside. The runtime opens files before this program starts, and those take the
    /// numbers of closed streams: reading one may wait for ever. They are marked to be closed on exec, which nothing
    /// that was inherited can be.
    /// </summary>
    private static bool IsGiven(int descriptor)
    {
        const string Folder = "/proc/self/fdinfo";
        if (!Directory.Exists(Folder))
            return true;

        try
        {
            var number = descriptor.ToString(CultureInfo.InvariantCulture);
            var flags = File.ReadLines($"{Folder}/{number}")
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt64(flags["flags:".Length..].Trim(), 8) & CloseOnExec) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
