using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Progress;

/// <summary>Hands a run on as it is, and tells how far it is.</summary>
internal sealed class ProgressSink(IResultSink inner, ProgressLine progress) : IResultSink
{
    private volatile int _snapshots;
    private volatile int _findings;
    private string _snapshot = "";

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        var all = header.Snapshots.Length;
        progress.Show(() => all > 1
            ? $"evaluating snapshot {_snapshots} of {all}"
            : $"evaluating, {ResultWords.Plural(_findings, "finding")}");
        inner.Begin(header);
    }

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => inner.Wanted(policy, outcome);

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Advance(finding.Snapshot, 1);
        inner.Add(finding);
    }

    /// <inheritdoc/>
    public void Count(in CountedFindings counted)
    {
        Advance(counted.Snapshot, counted.Count);
        inner.Count(counted);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        progress.Show(() => "writing reports");
        inner.End(footer);
    }

    private void Advance(string snapshot, int findings)
    {
        _findings += findings;
        if (snapshot == _snapshot)
            return;
        _snapshot = snapshot;
        _snapshots++;
    }
}
