namespace PolicyEval.Benchmarks.Children;

/// <summary>The same child process several times; one that is slow runs once.</summary>
internal static class RepeatedChild
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    /// <summary>Of all runs the one in the middle by time, with the most memory of all.</summary>
    public static ChildResult Middle(int runs, params ReadOnlySpan<string> arguments)
    {
        var results = new List<ChildResult>();
        do
        {
            results.Add(ChildResult.Parse(ChildProcess.Run(arguments)));
        }
        while (results.Count < runs && results[0].Wall < Slow);
        return results.OrderBy(result => result.Wall).ElementAt(results.Count / 2) with
        {
            PeakBytes = results.Max(result => result.PeakBytes),
        };
    }
}
