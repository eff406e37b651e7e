using System.Globalization;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Reporting.JUnit;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Testing;

/// <summary>
/// Test results as JUnit XML, which CI systems read: a suite for each policy, a test case for each case. Without times,
/// so that the same input gives the same bytes. A policy without tests has no suite.
/// </summary>
internal sealed class JUnitTestWriter
{
    private readonly JUnitXml _xml;

    private JUnitTestWriter(JUnitXml xml) => _xml = xml;

    /// <summary>Writes a run.</summary>
    public static void Write(PolicyTestRun run, Stream stream)
    {
        using (var xml = new JUnitXml(stream))
            new JUnitTestWriter(xml).Write(run);
        stream.Write("\n"u8);
        stream.Flush();
    }

    private void Write(PolicyTestRun run)
    {
        _xml.Start("testsuites");
        WriteText("name", "policyeval test");
        WriteCounts([.. run.Policies.SelectMany(policy => policy.Cases)]);
        foreach (var policy in run.Policies)
            Write(policy);
        _xml.End();
    }

    private void Write(PolicyTestResult policy)
    {
        _xml.Start("testsuite");
        WriteText("name", policy.Policy);
        WriteCounts(policy.Cases);
        WriteNumber("skipped", 0);
        WriteText("file", policy.File);
        _xml.Start("properties");
        WriteProperty("coverage.branches", policy.Coverage.Total);
        WriteProperty("coverage.covered", policy.Coverage.Covered);
        _xml.End();
        foreach (var test in policy.Cases)
            Write(policy, test);
        _xml.End();
    }

    private void Write(PolicyTestResult policy, TestCaseResult test)
    {
        _xml.Start("testcase");
        WriteText("name", test.Name);
        WriteText("classname", policy.Policy);
        WriteText("file", test.Location.File);
        WriteNumber("line", test.Location.Line);
        if (test.IsRefused)
            WriteProblem("error", test.Diagnostics[0].Id, test.Diagnostics[0].Message, test);
        else if (!test.Passed)
            WriteProblem("failure", test.Mismatches[0].What, MessageOf(test.Mismatches[0]), test);
        _xml.End();
    }

    private void WriteProblem(string element, string type, string message, TestCaseResult test)
    {
        _xml.Start(element);
        WriteText("message", message);
        WriteText("type", type);
        _xml.Text(TextOf(test));
        _xml.End();
    }

    private static string MessageOf(TestMismatch mismatch) =>
        $"{FailureLines.SubjectOf(mismatch)}: expected {mismatch.Expected}, was {mismatch.Actual}";

    /// <summary>What a terminal shows, as lines of safe text.</summary>
    private static string TextOf(TestCaseResult test)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write('\n');
        new FailureLines(new TerminalWriter(text, ReportStyle.Plain), indent: 0).Write(test);
        return text.ToString();
    }

    private void WriteCounts(IReadOnlyCollection<TestCaseResult> tests)
    {
        WriteNumber("tests", tests.Count);
        WriteNumber("failures", tests.Count(test => !test.Passed && !test.IsRefused));
        WriteNumber("errors", tests.Count(test => test.IsRefused));
    }

    private void WriteProperty(string name, int value)
    {
        _xml.Start("property");
        WriteText("name", name);
        WriteNumber("value", value);
        _xml.End();
    }

    private void WriteNumber(string name, int value) =>
        _xml.Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>XML forbids most control characters even as references, so they are shown as on a terminal.</summary>
    private void WriteText(string name, string text) => _xml.Attribute(name, SafeText.Of(text));
}
