using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>
/// Takes the counts of a run by policy and outcome, and of the findings the first failure of each policy. Each control
/// has one policy.
/// </summary>
internal sealed class CountingSink : IResultSink
{
    /// <summary>The counts.</summary>
    public OutcomeTable Counts { get; } = new();

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
    }

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => outcome == Outcome.Fail ? 1 : 0;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding.Outcome == Outcome.Fail)
            Counts.AddFailure(ComparedPolicies.Names.IndexOf(finding.Policy), finding.Evidence[0].Line);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        foreach (var control in footer.Controls.Where(control => !control.Policies.IsEmpty))
        {
            var policy = ComparedPolicies.Names.IndexOf(control.Policies.Single());
            var counts = control.Counts;
            Counts[policy, Outcome.Pass] = counts.Pass;
            Counts[policy, Outcome.Fail] = counts.Fail;
            Counts[policy, Outcome.NotApplicable] = counts.NotApplicable;
            Counts[policy, Outcome.Incomplete] = counts.Incomplete;
            Counts[policy, Outcome.NotAssessed] = counts.NotAssessed;
            Counts[policy, Outcome.Error] = counts.Error;
        }
    }
}
