using System.Globalization;
using System.Text;
using PolicyEval.Benchmarks.Generating;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>The measurements of a run as a table in Markdown.</summary>
internal static class ResultTable
{
    private const double Megabyte = 1_000_000;

    /// <summary>The table.</summary>
    /// <param name="report">What was measured on.</param>
    /// <param name="measurements">The measurements.</param>
    public static string Of(GeneratedReport report, IReadOnlyList<Measurement> measurements)
    {
        var loop = measurements.FirstOrDefault(m => m.What == Comparison.Yardstick)?.Median;
        var duckDb = measurements.FirstOrDefault(m => m.What == Comparison.DuckDb)?.Median;
        var text = new StringBuilder();
        text.Append("| What | Threads | Runs | Fastest ms | Median ms | MB/s | Times the loop | Times faster than DuckDB | |\n");
        text.Append("|---|--:|--:|--:|--:|--:|--:|--:|---|\n");
        foreach (var measurement in measurements)
        {
            var median = measurement.Median;
            text.Append(CultureInfo.InvariantCulture,
                $"| {measurement.What} | {measurement.Threads} | {measurement.Times.Count} ");
            text.Append(CultureInfo.InvariantCulture, $"| {measurement.Times.Min().TotalMilliseconds:F0} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {median.TotalMilliseconds:F0} | {report.Bytes / Megabyte / median.TotalSeconds:F0} ");
            text.Append(CultureInfo.InvariantCulture, $"| {median / loop:F2} | {duckDb / median:F2} | {measurement.Note} |\n");
        }

        return text.ToString();
    }
}
