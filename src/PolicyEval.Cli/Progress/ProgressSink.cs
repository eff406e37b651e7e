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
    public void Add(Finding finding)
    {
        _findings++;
        if (finding.Snapshot != _snapshot)
        {
            _snapshot = finding.Snapshot;
            _snapshots++;
        }

        inner.Add(finding);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        progress.Show(() => "writing reports");
        inner.End(footer);
    }
}
