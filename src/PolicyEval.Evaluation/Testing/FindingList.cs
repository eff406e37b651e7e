using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Keeps the findings of a run.</summary>
internal sealed class FindingList : IResultSink
{
    /// <summary>The findings, in order.</summary>
    public List<Finding> Findings { get; } = [];

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        // The test knows what it gave.
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => Findings.Add(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        // Only findings are compared.
    }
}
