using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>A whole result in memory.</summary>
/// <param name="Header">The inputs.</param>
/// <param name="Findings">The findings in order.</param>
/// <param name="Footer">The roll-up.</param>
public sealed record EvaluationResult(RunHeader Header, ImmutableArray<Finding> Findings, RunFooter Footer)
{
    /// <summary>Hands the result on.</summary>
    public void Replay(IResultSink sink)
    {
        sink.Begin(Header);
        foreach (var finding in Findings)
            sink.Add(finding);
        sink.End(Footer);
    }
}
