using System.Diagnostics;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>
/// Runs a way several times, first without a watch, until the just-in-time compiler is done with it; one that is slow
/// runs less often.
/// </summary>
internal sealed class Stopwatches(int runsMax)
{
    /// <summary>
    /// Runs without a watch. A method is compiled as well as it can be some time after its thirtieth call, and some are
    /// called a few times in a run.
    /// </summary>
    private const int WarmUps = 8;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    /// <summary>Measures, and returns what the last run gave.</summary>
    public (Measurement Measurement, T Result) Measure<T>(string what, int threads, Func<T> run)
    {
        if (runsMax > 1)
            Repeat(run, WarmUps);
        var (times, last) = Repeat(run, runsMax);
        return (new Measurement(what, threads, times), last);
    }

    private static (List<TimeSpan> Times, T Last) Repeat<T>(Func<T> run, int runsMax)
    {
        var times = new List<TimeSpan>();
        while (true)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var started = Stopwatch.GetTimestamp();
            var last = run();
            times.Add(Stopwatch.GetElapsedTime(started));
            if (times.Count >= runsMax || times.Aggregate((a, b) => a + b) > Budget)
                return (times, last);
        }
    }
}
