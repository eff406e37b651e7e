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
            return Compare(ReportGenerator.Write(options.Shape, path), options);
        }
        finally
        {
            if (options.File is null)
                File.Delete(path);
        }
    }

    private static int Compare(GeneratedReport report, CompareOptions options)
    {
        var page = new ComparisonPage(report, options);
        page.AddHead();
        var comparison = new Comparison(report, options);
        comparison.Run();
        if (!options.IsSmoke)
            page.AddWays(comparison);
        if (options.Memory)
            page.AddMemory(ChildRuns.Memory(report, options));
        if (options.Lines)
            page.AddLines(ChildRuns.Lines(report, options));
        page.AddCounts(comparison);
        Console.Write(page);
        if (options.Out is { } file)
            File.WriteAllText(file, page.ToString());
        return comparison.Differences().Any() ? 1 : 0;
    }
}
