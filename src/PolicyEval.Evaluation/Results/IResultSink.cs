namespace PolicyEval.Evaluation.Results;

/// <summary>
/// Takes a run as it happens: once <see cref="Begin"/>, then every finding that it wants in order (snapshot, file, line, policy),
/// then once <see cref="End"/>. Called by one thread. A run that was cancelled or broken off never reaches End.
/// </summary>
public interface IResultSink
{
    /// <summary>The inputs.</summary>
    void Begin(RunHeader header);

    /// <summary>
    /// Whether the findings of a policy with an outcome are wanted one by one. Where nobody wants them they are only
    /// counted, which costs next to nothing; one that is not wanted may come all the same, as others may want it.
    /// Asked after <see cref="Begin"/>, once for each policy and outcome.
    /// </summary>
    /// <param name="policy">One of <see cref="RunHeader.Policies"/>.</param>
    /// <param name="outcome">The outcome.</param>
    bool Wants(PolicyReference policy, Outcome outcome) => true;

    /// <summary>One finding.</summary>
    void Add(Finding finding);

    /// <summary>The roll-up.</summary>
    void End(RunFooter footer);
}
