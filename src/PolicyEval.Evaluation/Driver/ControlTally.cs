using System.Diagnostics;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Counts outcomes, of findings and of populations that have no resource.</summary>
internal sealed class ControlTally
{
    private readonly int[] _findings = new int[Enum.GetValues<Outcome>().Length];
    private readonly int[] _populations = new int[Enum.GetValues<Outcome>().Length];

    /// <summary>The findings by outcome.</summary>
    public OutcomeCounts Counts => new(
        Of(Outcome.Pass), Of(Outcome.Fail), Of(Outcome.Manual), Of(Outcome.NotApplicable),
        Of(Outcome.NotAssessed), Of(Outcome.Incomplete), Of(Outcome.Error), Waived: 0);

    /// <summary>Counts a finding.</summary>
    public void Add(Finding finding) => _findings[(int)finding.Outcome]++;

    /// <summary>Takes what is said of a population without a resource.</summary>
    public void AddPopulation(Outcome outcome) => _populations[(int)outcome]++;

    /// <summary>Whether anything had that outcome.</summary>
    public bool Has(Outcome outcome) => _findings[(int)outcome] + _populations[(int)outcome] > 0;

    /// <summary>
    /// One fail decides, else one error, else one incomplete, else one pass. A control is not applicable only if
    /// nothing of it is outside the snapshot: the population must be proven empty.
    /// </summary>
    public Outcome RollUp()
    {
        ReadOnlySpan<Outcome> order =
            [Outcome.Fail, Outcome.Error, Outcome.Incomplete, Outcome.Pass, Outcome.NotAssessed, Outcome.NotApplicable];
        foreach (var outcome in order)
        {
            if (Has(outcome))
                return outcome;
        }
        throw new UnreachableException("A control with policies has findings or populations.");
    }

    private int Of(Outcome outcome) => _findings[(int)outcome];
}
