using System.Globalization;

namespace PolicyEval.Cli.Streams;

/// <summary>Standard input. Closed from the start, it fails when it is used.</summary>
internal static class StandardStreams
{
    // O_CLOEXEC of Linux, in the octal digits that /proc/PID/fdinfo shows.
    private const long CloseOnExec = 0x80000;

    /// <summary>Standard input.</summary>
    public static Stream Input() => IsGiven(0) ? Console.OpenStandardInput() : new ClosedStream("standard input");

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
