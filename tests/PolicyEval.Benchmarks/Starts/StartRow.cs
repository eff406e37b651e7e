using System.Diagnostics;
using System.Globalization;

namespace PolicyEval.Benchmarks.Starts;

/// <summary>One command line that is measured.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record StartRow(string Program, string[] Arguments)
{
    private const string HighWaterMark = "VmHWM:";

    /// <summary>As it would be typed.</summary>
    public string Line => string.Join(' ', [Path.GetFileName(Program), .. Arguments]);

    /// <summary>
    /// The milliseconds from before it is started to when it has ended and all of its output is read; null after a
    /// message where it fails.
    /// </summary>
    public double? Time()
    {
        var begin = Stopwatch.GetTimestamp();
        using var process = Begin();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var taken = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        if (process.ExitCode == 0)
            return taken;
        Console.Error.WriteLine($"{Line} ended in {process.ExitCode}");
        return null;
    }

    /// <summary>
    /// The most bytes of memory that it had, as Linux counts them; looked at until it ends, so that what it took in its
    /// last moment may be missing. 0 where there is no such count.
    /// </summary>
    public long PeakMemory()
    {
        using var process = Begin();
        var reading = process.StandardOutput.ReadToEndAsync();
        var status = $"/proc/{process.Id}/status";
        var peak = 0L;
        while (!process.HasExited)
            peak = Math.Max(peak, HighWaterMarkOf(status));
        reading.Wait();
        return peak;
    }

    private Process Begin() =>
        Process.Start(new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true })!;

    private static long HighWaterMarkOf(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith(HighWaterMark, StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line[HighWaterMark.Length..].Replace("kB", ""), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
