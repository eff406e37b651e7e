using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>Keeps what a run says.</summary>
internal sealed class RunResults : IResultSink
{
    public RunHeader Header { get; private set; } = null!;

    public List<Finding> Findings { get; } = [];

    public RunFooter Footer { get; private set; } = null!;

    public void Begin(RunHeader header) => Header = header;

    public void Add(Finding finding) => Findings.Add(finding);

    public void End(RunFooter footer) => Footer = footer;

    /// <summary>The findings of a policy.</summary>
    public List<Finding> Of(string policy) => Findings.FindAll(f => f.Policy == policy);

    /// <summary>The control of an id.</summary>
    public ControlResult Control(string id) => Footer.Controls.Single(c => c.Id == id);

    /// <summary>All of it as text, for comparisons of whole runs.</summary>
    public string Print() => string.Join('\n',
    [
        .. Findings.Select(f =>
            $"{f.Policy} {f.Resource.Id} {f.Outcome} {f.Reason} {f.Message} {f.Fingerprint} "
            + string.Join(",", f.Evidence) + string.Join(",", f.Missing) + string.Join(",", f.Controls)),
        .. Footer.Controls.Select(c => $"{c.Id} {c.Outcome} {c.Counts}"),
        .. Footer.Diagnostics.Select(d => d.ToString()),
        $"{Footer.Findings} {Footer.GateFailures} {Footer.ExitCode}",
    ]);
}
