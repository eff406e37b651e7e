namespace PolicyEval.Benchmarks.Comparing;

/// <summary>How long a way took.</summary>
/// <param name="What">The way.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Times">The times of its runs.</param>
internal sealed record Measurement(string What, int Threads, IReadOnlyList<TimeSpan> Times)
{
    /// <summary>What else is to be said.</summary>
    public string Note { get; init; } = "";

    /// <summary>The median.</summary>
    public TimeSpan Median => Times.Order().ElementAt(Times.Count / 2);
}
