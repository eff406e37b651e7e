namespace PolicyEval.Collector.Progress;

/// <summary>Told how a run gets on. Called from several threads at once.</summary>
internal interface ICollectionProgress
{
    /// <summary>Does the work and shows it as long as it lasts.</summary>
    Task RunAsync(Func<Task> work);

    /// <summary>How many accounts there are, once that is known.</summary>
    void Expect(int accounts);

    /// <summary>What is being done for an account.</summary>
    void Stage(string account, string stage);

    /// <summary>What was told as a stage is done, and has no outcome of its own.</summary>
    void Done(string account);

    /// <summary>An account is done.</summary>
    void End(AccountOutcome outcome);
}
