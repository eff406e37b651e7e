using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>Counts findings by policy and outcome, and keeps none.</summary>
internal sealed class CountingSink : IResultSink
{
    private readonly Dictionary<string, int> _policies = ComparedPolicies.Names
        .Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);

    /// <summary>The counts.</summary>
    public OutcomeTable Counts { get; } = new();

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => Counts.Add(_policies[finding.Policy], finding.Outcome);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
    }
}
