using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Adds up the verdicts of rows that were only counted. Used by one thread.</summary>
/// <param name="layout">The policies that the verdicts are of.</param>
internal sealed class VerdictCounts(SignatureLayout layout)
{
    private static readonly int Outcomes = Enum.GetValues<Outcome>().Length;

    private readonly int[] _counts = new int[layout.Policies.Length * Outcomes];
    private readonly string?[] _files = new string?[layout.Policies.Length];

    /// <summary>Adds the rows of signatures.</summary>
    public void Add(IReadOnlyList<SignatureEntry> counted)
    {
        foreach (var entry in counted)
        {
            for (var place = 0; place < entry.Verdicts.Length; place++)
            {
                var verdict = entry.Verdicts[place];
                _counts[(place * Outcomes) + (int)verdict.Outcome] += entry.Rows;
                if (verdict is { Outcome: Outcome.NotAssessed, MissingFile: { } file })
                    _files[place] ??= file;
            }
        }
    }

    /// <summary>Takes one verdict back, of a row that is added with its signature.</summary>
    public void TakeBack(int place, Outcome outcome) => _counts[(place * Outcomes) + (int)outcome]--;

    /// <summary>Hands on what was added up, as findings of an account, and starts again.</summary>
    public void MoveTo(List<FindingCount> counts, string account)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            var (place, outcome) = (i / Outcomes, (Outcome)(i % Outcomes));
            if (_counts[i] == 0)
                continue;
            counts.Add(new FindingCount(layout.Policies[place], account, outcome, _counts[i])
            {
                MissingFile = _files[place],
            });
        }

        Array.Clear(_counts);
    }
}
