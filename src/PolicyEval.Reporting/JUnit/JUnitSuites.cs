using System.Globalization;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.JUnit;

/// <summary>Writes the suites of a JUnit report.</summary>
internal sealed class JUnitSuites(JUnitXml xml, RunHeader header)
{
    private readonly RunIndex _index = new(header);
    private readonly string _digest = ReportDigest.Of(header);

    /// <summary>Writes a suite.</summary>
    /// <param name="name">The control as <c>framework.id</c>, or the policy.</param>
    /// <param name="title">Its title.</param>
    /// <param name="findings">Its findings.</param>
    public void Write(string name, string title, ControlDetails findings)
    {
        var shown = Enum.GetValues<Outcome>().SelectMany(findings.Of).ToList();
        xml.Start("testsuite");
        WriteText("name", $"{name} {title}");
        WriteNumber("tests", shown.Count);
        WriteNumber("failures", shown.Count(IsFailure));
        WriteNumber("errors", shown.Count(IsError));
        WriteNumber("skipped", shown.Count(finding => SkipOf(finding).Length > 0));
        WriteProperties(findings, shown.Count);
        foreach (var finding in shown)
            Write(name, finding);
        xml.End();
    }

    private void WriteProperties(ControlDetails findings, int shown)
    {
        xml.Start("properties");
        WriteProperty("evidence.digest", _digest);
        WriteProperty("findings.total", FormattableString.Invariant($"{findings.Counts.Total}"));
        if (findings.Counts.Total > shown)
            WriteProperty("findings.left.out", FormattableString.Invariant($"{findings.Counts.Total - shown}"));
        xml.End();
    }

    private void WriteProperty(string name, string value)
    {
        xml.Start("property");
        WriteText("name", name);
        WriteText("value", value);
        xml.End();
    }

    private void Write(string suite, Finding finding)
    {
        var snapshot = _index.SnapshotOf(finding);
        xml.Start("testcase");
        WriteText("name", FindingWords.NameOf(finding, snapshot) + VariantOf(finding));
        WriteText("classname", $"{suite}.{finding.Policy}");
        if (SkipOf(finding) is { Length: > 0 } skip)
            WriteSkip(skip);
        else if (IsFailure(finding))
            WriteProblem("failure", finding, snapshot);
        else if (IsError(finding))
            WriteProblem("error", finding, snapshot);
        xml.End();
    }

    private void WriteSkip(string message)
    {
        xml.Start("skipped");
        WriteText("message", message);
        xml.End();
    }

    private void WriteProblem(string element, Finding finding, SnapshotReference snapshot)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write('\n');
        var terminal = new TerminalWriter(text, ReportStyle.Plain);
        new VerdictLines(terminal).Write([finding], snapshot, 0);
        new EvidenceLines(terminal).Write(finding, snapshot.Label, 2);
        terminal.Flush();

        xml.Start(element);
        WriteText("message", finding.Message);
        WriteText("type", finding.Reason.Length > 0 ? finding.Reason : ResultWords.Of(finding.Outcome));
        xml.Text(text.ToString());
        xml.End();
    }

    /// <summary>
    /// Where no control tells them apart, the parameters do that make findings of one policy and resource differ.
    /// </summary>
    private static string VariantOf(Finding finding) =>
        finding.Controls.IsEmpty && FindingId.ParamsOf(finding) is { IsEmpty: false } own
            ? $" ({string.Join(", ", own.Select(param => $"{param.Name} = {ChangeWords.Shown(param.Value)}"))})"
            : "";

    private static bool IsFailure(Finding finding) => finding.Outcome == Outcome.Fail && SkipOf(finding).Length == 0;

    private static bool IsError(Finding finding) => finding.Outcome is Outcome.Error or Outcome.Incomplete;

    /// <summary>Why a finding does not count for or against; empty where it does.</summary>
    private static string SkipOf(Finding finding) => finding switch
    {
        { Outcome: Outcome.Fail, Waiver: { } waiver } => $"waived until {waiver.Expires}: {waiver.Justification}",
        { Outcome: Outcome.Fail, Baseline: BaselineState.Known } => "known from the baseline",
        { Outcome: Outcome.NotApplicable or Outcome.NotAssessed or Outcome.Manual } =>
            $"{ResultWords.ForPeople(finding.Outcome)}: {finding.Message}",
        _ => "",
    };

    private void WriteNumber(string name, int value) =>
        xml.Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>XML forbids most control characters even as references, so they are shown as on a terminal.</summary>
    private void WriteText(string name, string text) => xml.Attribute(name, SafeText.Of(text));
}
