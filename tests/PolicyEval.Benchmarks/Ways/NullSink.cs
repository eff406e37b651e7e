using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>Keeps nothing but the roll-up, which the run makes by itself.</summary>
internal sealed class NullSink : IResultSink
{
    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
    }
}
