using System.Diagnostics;
using System.Globalization;

namespace PolicyEval.Benchmarks.Children;

/// <summary>The most memory that this process had at any time.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Mark = "VmHWM:";

    /// <summary>Resident bytes: from the kernel where it says so, else from the runtime.</summary>
    public static long Bytes()
    {
        if (!File.Exists(Status))
            return Process.GetCurrentProcess().PeakWorkingSet64;

        // VmHWM:     61440 kB
        var line = File.ReadLines(Status).First(l => l.StartsWith(Mark, StringComparison.Ordinal));
        var number = line.AsSpan(Mark.Length, line.Length - Mark.Length - " kB".Length);
        return 1024 * long.Parse(number, CultureInfo.InvariantCulture);
    }
}
