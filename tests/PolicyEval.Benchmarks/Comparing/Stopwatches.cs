using System.Diagnostics;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Runs a way several times; one that is slow runs less often.</summary>
internal sealed class Stopwatches(int runsMax)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    /// <summary>Measures, and returns what the last run gave.</summary>
    public (Measurement Measurement, T Result) Measure<T>(string what, int threads, Func<T> run)
    {
        var times = new List<TimeSpan>();
        while (true)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var started = Stopwatch.GetTimestamp();
            var result = run();
            times.Add(Stopwatch.GetElapsedTime(started));
            if (times.Count >= runsMax || times.Aggregate((a, b) => a + b) > Budget)
                return (new Measurement(what, threads, times), result);
        }
    }
}
