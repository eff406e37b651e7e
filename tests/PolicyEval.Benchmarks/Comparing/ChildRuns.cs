using System.Globalization;
using PolicyEval.Benchmarks.Children;
using PolicyEval.Benchmarks.Generating;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Runs of the engine in processes of their own, one for each run.</summary>
internal static class ChildRuns
{
    private const int Runs = 3;

    /// <summary>The engine over a report and over one of four times the rows.</summary>
    public static IReadOnlyList<ChildRow> Memory(GeneratedReport report, CompareOptions options)
    {
        var rows = new List<ChildRow>();
        var large = report.Path + ".4";
        try
        {
            foreach (var threads in options.Threads)
                rows.Add(Run(report.Path, report.Shape.Rows, threads));
            // As many accounts with four times the users: a row is to cost no memory, an account is in the result.
            var shape = report.Shape with { Rows = 4 * report.Shape.Rows, UsersMax = 4 * report.Shape.UsersMax };
            ReportGenerator.Write(shape, large);
            foreach (var threads in options.Threads)
                rows.Add(Run(large, shape.Rows, threads));
        }
        finally
        {
            File.Delete(large);
        }

        return rows;
    }

    /// <summary>The engine that writes all findings as JSON Lines.</summary>
    public static IReadOnlyList<ChildRow> Lines(GeneratedReport report, CompareOptions options) =>
        [.. options.Threads.Select(threads => Run(report.Path, report.Shape.Rows, threads, "--jsonl"))];

    private static ChildRow Run(string path, long rows, int threads, params ReadOnlySpan<string> switches)
    {
        var number = threads.ToString(CultureInfo.InvariantCulture);
        string[] arguments = [EngineChild.Command, "--file", path, "--threads", number, .. switches];
        return new ChildRow(rows, threads, RepeatedChild.Middle(Runs, arguments));
    }
}
