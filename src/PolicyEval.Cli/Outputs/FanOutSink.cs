using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Cli.Outputs;

/// <summary>Hands a run to several reports.</summary>
internal sealed class FanOutSink(ImmutableArray<IResultSink> sinks) : IResultSink
{
    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        foreach (var sink in sinks)
            sink.Begin(header);
    }

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => sinks.Max(sink => sink.Wanted(policy, outcome));

    /// <inheritdoc/>
    public void Count(in CountedFindings counted)
    {
        foreach (var sink in sinks)
            sink.Count(counted);
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        foreach (var sink in sinks)
            sink.Add(finding);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        foreach (var sink in sinks)
            sink.End(footer);
    }
}
