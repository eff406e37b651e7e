using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Lets the first findings of each policy have a trace, in the order of the result. Threads that run ahead of it ask
/// whether a trace could still be wanted; what they make in vain is dropped, so that the result does not depend on
/// them.
/// </summary>
/// <param name="policies">How many policies there are.</param>
/// <param name="max">How many findings of each have a trace.</param>
internal sealed class TraceBudget(int policies, int max)
{
    private readonly int[] _kept = new int[policies];

    /// <summary>Whether a finding could still have a trace.</summary>
    public bool Wants(int policy, Finding finding) =>
        finding.Outcome is Outcome.Fail or Outcome.Error or Outcome.Incomplete
        && Volatile.Read(ref _kept[policy]) < max;

    /// <summary>The finding with its trace, or without where the first have been. For one thread, in order.</summary>
    public Finding Admit(int policy, Finding finding)
    {
        if (finding.Trace.IsEmpty)
            return finding;
        if (_kept[policy] >= max)
            return finding with { Trace = [] };
        Volatile.Write(ref _kept[policy], _kept[policy] + 1);
        return finding;
    }
}
