using PolicyEval.Benchmarks.Generating;
using PolicyEval.Benchmarks.HandWritten;
using PolicyEval.Benchmarks.Ways;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Runs all ways in turn over one file.</summary>
internal sealed class Comparison(GeneratedReport report, CompareOptions options)
{
    private readonly Stopwatches _watches = new(options.Runs);
    private readonly List<(string What, OutcomeTable Counts)> _counts = [];
    private readonly List<Measurement> _measurements = [];

    /// <summary>How long each way took, in the order in which they ran.</summary>
    public IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>The counts of each way that decides.</summary>
    public IReadOnlyList<(string What, OutcomeTable Counts)> Counts => _counts;

    /// <summary>Runs.</summary>
    public void Run()
    {
        Measure("read the bytes", 1, () => RawRead.Bytes(report.Path));
        Measure("sha256 of the bytes", 1, () => RawRead.Sha256(report.Path));
        Decide("hand-written loop", 1, () => HandWrittenLoop.Run(report.Path, ReportShape.AsOfSeconds, out _));
        foreach (var threads in options.Threads)
            RunEngine(threads);
    }

    /// <summary>Where a way counts otherwise than the first one, a line each.</summary>
    public IEnumerable<string> Differences() =>
        from other in _counts.Skip(1)
        from difference in _counts[0].Counts.DifferencesTo(other.Counts)
        select $"{_counts[0].What}, {other.What}: {difference}";

    private void RunEngine(int threads)
    {
        var what = $"engine";
        var (measurement, result) = _watches.Measure(what, threads, () => EngineRun.Count(report.Path, threads));
        _measurements.Add(measurement with
        {
            Note = FormattableString.Invariant(
                $"open {result.Opening.TotalMilliseconds:F0} ms, evaluate {result.Evaluating.TotalMilliseconds:F0} ms"),
        });
        _counts.Add(($"{what}, {threads} threads", result.Counts));
    }

    private void Measure<T>(string what, int threads, Func<T> run) =>
        _measurements.Add(_watches.Measure(what, threads, run).Measurement);

    private void Decide(string what, int threads, Func<OutcomeTable> run)
    {
        var (measurement, counts) = _watches.Measure(what, threads, run);
        _measurements.Add(measurement);
        _counts.Add((what, counts));
    }
}
