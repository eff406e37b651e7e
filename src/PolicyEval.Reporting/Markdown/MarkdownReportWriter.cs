using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.Markdown;

/// <summary>
/// The report for pull requests and job summaries, in GitHub's dialect: failures first, the rest folded. It stays below
/// the 65,536 characters of a comment: what does not fit is counted.
/// </summary>
public sealed class MarkdownReportWriter : IResultSink
{
    private const int FindingsShown = 50;

    private readonly TextWriter _output;
    private readonly FindingGroups _findings = new(FindingsShown);

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public MarkdownReportWriter(TextWriter output) => _output = output;

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public int Wanted(PolicyReference policy, Outcome outcome) => _findings.Limit;

    /// <inheritdoc/>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <inheritdoc/>
    public void Count(in CountedFindings counted) => _findings.Count(counted);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        _output.Write(new MarkdownPage(header, footer, _findings).Compose());
        _output.Flush();
    }
}
