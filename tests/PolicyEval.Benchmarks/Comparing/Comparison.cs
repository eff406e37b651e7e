using PolicyEval.Benchmarks.Generating;
using PolicyEval.Benchmarks.HandWritten;
using PolicyEval.Benchmarks.Ways;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Runs all ways in turn over one file.</summary>
internal sealed class Comparison(GeneratedReport report, CompareOptions options)
{
    /// <summary>The way that the others are measured by.</summary>
    public const string Yardstick = "hand-written loop";

    /// <summary>The way that the engine has to beat.</summary>
    public const string DuckDb = "DuckDB, one SQL statement";

    private const int DuckDbThreads = 2;

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
        foreach (var way in WayName.All.Where(options.Ways.Contains))
            Run(way);
    }

    /// <summary>Where a way counts otherwise than the first one, a line each.</summary>
    public IEnumerable<string> Differences() =>
        from other in _counts.Skip(1)
        from difference in _counts[0].Counts.DifferencesTo(other.Counts)
        select $"{_counts[0].What}, {other.What}: {difference}";

    private void Run(string way)
    {
        switch (way)
        {
            case WayName.Read:
                if (Measure("read the bytes", 1, () => RawRead.Bytes(report.Path)) != report.Bytes)
                    throw new InvalidDataException("Not all bytes were read.");
                break;
            case WayName.Sha256:
                if (Measure("sha256 of the bytes", 1, () => RawRead.Sha256(report.Path)) != report.Sha256)
                    throw new InvalidDataException("The file is not what was written.");
                break;
            case WayName.CsvHelper:
                if (Measure("all fields with CsvHelper", 1, () => CsvHelperScan.Fields(report.Path)) != report.Fields)
                    throw new InvalidDataException("CsvHelper does not find all fields.");
                break;
            case WayName.Loop:
                Decide(Yardstick, 1, () => HandWrittenLoop.Run(report.Path, ReportShape.AsOfSeconds));
                break;
            case WayName.Engine:
                foreach (var threads in options.Threads)
                    RunEngine(threads);
                break;
            case WayName.DuckDb:
                Decide(DuckDb, DuckDbThreads, () => DuckDbRun.Count(report.Path, DuckDbThreads));
                break;
        }
    }

    private void RunEngine(int threads)
    {
        const string What = "engine, from YAML";
        var (measurement, result) = _watches.Measure(What, threads, () => EngineRun.Count(report.Path, threads));
        _measurements.Add(measurement with
        {
            Note = FormattableString.Invariant(
                $"open {result.Opening.TotalMilliseconds:F0} ms, evaluate {result.Evaluating.TotalMilliseconds:F0} ms"),
        });
        _counts.Add(($"{What}, with {threads} {(threads == 1 ? "thread" : "threads")}", result.Counts));
    }

    private T Measure<T>(string what, int threads, Func<T> run)
    {
        var (measurement, result) = _watches.Measure(what, threads, run);
        _measurements.Add(measurement);
        return result;
    }

    private void Decide(string what, int threads, Func<OutcomeTable> run) =>
        _counts.Add((what, Measure(what, threads, run)));
}
