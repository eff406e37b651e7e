namespace PolicyEval.Evaluation.Results;

/// <summary>
/// Takes a run as it happens: once <see cref="Begin"/>, then every finding in order (snapshot, file, line, policy),
/// then once <see cref="End"/>. Called by one thread. A run that was cancelled or broken off never reaches End.
/// </summary>
public interface IResultSink
{
    /// <summary>The inputs.</summary>
    void Begin(RunHeader header);

    /// <summary>One finding.</summary>
    void Add(Finding finding);

    /// <summary>The roll-up.</summary>
    void End(RunFooter footer);
}
