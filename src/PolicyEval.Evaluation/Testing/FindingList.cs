using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Keeps the findings of a run.</summary>
internal sealed class FindingList : IResultSink
{
    /// <summary>The findings, in order.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>The verdict of a control that has these findings; known when the run has ended.</summary>
    public Outcome Control { get; private set; }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        // The test knows what it gave.
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => Findings.Add(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer) => Control = footer.Findings.RollUp;
}
