using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Lets the first findings be made that somebody wants, by policy and outcome and in the order of the result. Threads
/// that run ahead of it ask whether one could still be wanted; what they make in vain is counted, so that the result
/// does not depend on them. What is no longer wanted never is again.
/// </summary>
internal sealed class FindingBudget
{
    private static readonly ImmutableArray<Outcome> Outcomes = [.. Enum.GetValues<Outcome>()];

    private readonly int[] _left;

    /// <summary>Sets the numbers.</summary>
    /// <param name="policies">How many policies there are.</param>
    /// <param name="wanted">How many findings of a policy with an outcome are wanted.</param>
    public FindingBudget(int policies, Func<int, Outcome, int> wanted) => _left =
    [
        .. Enumerable.Range(0, policies).SelectMany(policy => Outcomes.Select(outcome => wanted(policy, outcome))),
    ];

    /// <summary>For one policy of which all findings are wanted.</summary>
    public static FindingBudget All { get; } = new(1, (_, _) => int.MaxValue);

    /// <summary>Whether of some policy even all passes are wanted, so that most resources have a finding.</summary>
    public bool WantsPasses => Enumerable.Range(0, _left.Length / Outcomes.Length)
        .Any(policy => _left[IndexOf(policy, Outcome.Pass)] == int.MaxValue);

    /// <summary>Whether a finding could still be wanted.</summary>
    public bool Wants(int policy, Outcome outcome) => Volatile.Read(ref _left[IndexOf(policy, outcome)]) > 0;

    /// <summary>Whether a finding is wanted, which then is one less. For one thread, in order.</summary>
    public bool Admit(int policy, Outcome outcome)
    {
        ref var left = ref _left[IndexOf(policy, outcome)];
        if (left is 0 or int.MaxValue)
            return left > 0;
        Volatile.Write(ref left, left - 1);
        return true;
    }

    private static int IndexOf(int policy, Outcome outcome) => (policy * Outcomes.Length) + (int)outcome;
}
