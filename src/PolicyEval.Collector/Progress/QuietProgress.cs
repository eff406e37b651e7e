namespace PolicyEval.Collector.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class QuietProgress : ICollectionProgress
{
    /// <inheritdoc/>
    public Task RunAsync(Func<Task> work) => work();

    /// <inheritdoc/>
    public void Expect(int accounts)
    {
        // Nobody watches.
    }

    /// <inheritdoc/>
    public void Stage(string account, string stage)
    {
        // Nobody watches.
    }

    /// <inheritdoc/>
    public void Done(string account)
    {
        // Nobody watches.
    }

    /// <inheritdoc/>
    public void End(AccountOutcome outcome)
    {
        // Nobody watches.
    }
}
