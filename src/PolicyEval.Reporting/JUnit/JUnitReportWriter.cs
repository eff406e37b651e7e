using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;

namespace PolicyEval.Reporting.JUnit;

/// <summary>
/// A result as JUnit XML, which CI systems read: a suite for each control that policies decide, a test case for each
/// resource. A waived or known failure, and what is not applicable or not assessed, is skipped with its reason; missing
/// evidence is an error. Without times, so that the same input gives the same bytes. Of one control and outcome the
/// first 10,000 are written, and how many more there are.
/// </summary>
public sealed class JUnitReportWriter : IResultSink
{
    private const int FindingsShown = 10_000;

    private readonly Stream _output;
    private readonly FindingGroups _findings = new(FindingsShown);

    private RunHeader? _header;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    public JUnitReportWriter(Stream output) => _output = output;

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        using (var xml = new JUnitXml(_output))
        {
            xml.Start("testsuites");
            xml.Attribute("name", "policyeval evaluate");
            var suites = new JUnitSuites(xml, header);
            foreach (var control in footer.Controls.Where(control => !control.Policies.IsEmpty))
                suites.Write($"{control.Framework}.{control.Id}", control.Title, _findings.Of(control));
            foreach (var policy in header.Policies.Where(p => p.Controls.IsEmpty).DistinctBy(p => p.Name))
                suites.Write(policy.Name, policy.Title, _findings.OfPolicy(policy.Name));
            xml.End();
        }

        _output.Write("\n"u8);
        _output.Flush();
    }
}
