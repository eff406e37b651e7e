using PolicyEval.Benchmarks.Generating;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>
/// <c>compare</c>: generates a report, lets all ways decide the same policies on it, and says how long each took.
/// </summary>
internal static class CompareProgram
{
    /// <summary>Runs it; the exit code is 1 where two ways do not agree.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var options = CompareOptions.Parse(arguments);
        var path = options.File ?? Path.GetTempFileName();
        try
        {
            var report = ReportGenerator.Write(options.Shape, path);
            Console.WriteLine(
                $"{options.Shape.Rows} rows, {report.Accounts} accounts, {report.Bytes} bytes, sha256 {report.Sha256}");
            var comparison = new Comparison(report, options);
            comparison.Run();
            return Print(report, comparison, options.IsSmoke);
        }
        finally
        {
            if (options.File is null)
                File.Delete(path);
        }
    }

    private static int Print(GeneratedReport report, Comparison comparison, bool isSmoke)
    {
        if (!isSmoke)
            Console.WriteLine(ResultTable.Of(report, comparison.Measurements, Comparison.Yardstick));
        if (comparison.Counts.Count == 0)
            return 0;
        Console.WriteLine(CountTable.Of(comparison.Counts[0].Counts));
        var differences = comparison.Differences().ToArray();
        foreach (var difference in differences)
            Console.WriteLine($"DIFFERENT  {difference}");
        Console.WriteLine(differences.Length == 0
            ? $"{comparison.Counts.Count} ways agree on {comparison.Counts[0].Counts.Total} verdicts."
            : "The ways do not agree.");
        return differences.Length == 0 ? 0 : 1;
    }
}
