namespace PolicyEval.Evaluation.Results;

/// <summary>
/// Takes a run as it happens: once <see cref="Begin"/>, then every finding that it wants, in order (snapshot, file,
/// line, policy), then once <see cref="End"/>. Called by one thread. A run that was cancelled or broken off never
/// reaches End.
/// </summary>
public interface IResultSink
{
    /// <summary>The inputs.</summary>
    void Begin(RunHeader header);

    /// <summary>
    /// How many findings of a policy with an outcome are wanted one by one: the first ones, 0 for none. The others are
    /// only counted, which costs next to nothing, unless somebody else wants them. Asked after <see cref="Begin"/>,
    /// once for each policy and outcome.
    /// </summary>
    /// <param name="policy">One of <see cref="RunHeader.Policies"/>.</param>
    /// <param name="outcome">The outcome.</param>
    int Wanted(PolicyReference policy, Outcome outcome) => int.MaxValue;

    /// <summary>One finding.</summary>
    void Add(Finding finding);

    /// <summary>Findings that nobody wanted one by one.</summary>
    void Count(in CountedFindings counted)
    {
    }

    /// <summary>The roll-up.</summary>
    void End(RunFooter footer);
}
