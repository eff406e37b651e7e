namespace PolicyEval.Collector.Progress;

/// <summary>One line when an account ends: for files, pipes and the logs of CI systems.</summary>
/// <param name="output">Where to; used by one thread at a time.</param>
internal sealed class PlainProgress(TextWriter output) : ICollectionProgress
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> work) => work();

    /// <inheritdoc/>
    public void Expect(int accounts)
    {
        // Each line names its account; a count would only be noise in a log.
    }

    /// <inheritdoc/>
    public void Stage(string account, string stage)
    {
        // A line for every call would hide those that matter.
    }

    /// <inheritdoc/>
    public void End(AccountOutcome outcome)
    {
        lock (_lock)
        {
            foreach (var line in OutcomeText.Lines(outcome))
                output.Write(line + "\n");
        }
    }
}
