using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Keeps the first candidates of what did not pass, else of what did: however many there are.</summary>
/// <param name="limit">How many are wanted.</param>
internal sealed class CandidateChoice(int limit)
{
    private readonly List<Candidate>[] _byRank = [[], [], [], []];

    /// <summary>All outcomes.</summary>
    public OutcomeCounts Counts { get; private set; } = OutcomeCounts.None;

    /// <summary>Those to explain, in their order.</summary>
    public IEnumerable<Candidate> Chosen => _byRank.SelectMany(rank => rank).Take(limit);

    /// <summary>Takes one.</summary>
    public void Add(Candidate candidate, Outcome outcome)
    {
        Counts = Counts.Add(outcome);
        var rank = outcome switch
        {
            Outcome.Fail => _byRank[0],
            Outcome.Error => _byRank[1],
            Outcome.Incomplete => _byRank[2],
            _ => _byRank[3],
        };
        if (rank.Count < limit)
            rank.Add(candidate);
    }
}
