using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>How often each policy had each outcome.</summary>
internal sealed class OutcomeTable
{
    private static readonly int Outcomes = Enum.GetValues<Outcome>().Length;

    private readonly long[] _counts = new long[ComparedPolicies.Names.Length * Outcomes];
    private readonly long[] _firstFailures = new long[ComparedPolicies.Names.Length];

    /// <summary>The count of an outcome.</summary>
    /// <param name="policy">The policy's index in <see cref="ComparedPolicies.Names"/>.</param>
    /// <param name="outcome">The outcome.</param>
    public ref long this[int policy, Outcome outcome] => ref _counts[(policy * Outcomes) + (int)outcome];

    /// <summary>All counts together.</summary>
    public long Total => _counts.Sum();

    /// <summary>One more.</summary>
    public void Add(int policy, Outcome outcome) => this[policy, outcome]++;

    /// <summary>One more failure, at a line; the first one is kept.</summary>
    public void AddFailure(int policy, long line)
    {
        this[policy, Outcome.Fail]++;
        if (_firstFailures[policy] == 0)
            _firstFailures[policy] = line;
    }

    /// <summary>Where another one differs, a line each.</summary>
    public IEnumerable<string> DifferencesTo(OutcomeTable other) => CountsUnlike(other).Concat(LinesUnlike(other));

    private IEnumerable<string> CountsUnlike(OutcomeTable other) =>
        from policy in Enumerable.Range(0, ComparedPolicies.Names.Length)
        from outcome in Enum.GetValues<Outcome>()
        where this[policy, outcome] != other[policy, outcome]
        select $"{ComparedPolicies.Names[policy]} {outcome}: {this[policy, outcome]} and {other[policy, outcome]}";

    /// <summary>The lines of the first failures, where both know them.</summary>
    private IEnumerable<string> LinesUnlike(OutcomeTable other) =>
        from policy in Enumerable.Range(0, ComparedPolicies.Names.Length)
        let lines = (First: _firstFailures[policy], Second: other._firstFailures[policy])
        where lines.First != lines.Second && lines.First > 0 && lines.Second > 0
        select $"{ComparedPolicies.Names[policy]} first fails at line {lines.First} and {lines.Second}";
}
