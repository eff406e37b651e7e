using System.Diagnostics;
using System.Text;
using PolicyEval.Evaluation.Testing.Coverage;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Testing;

/// <summary>
/// Test results for people: a line for each policy, under it what failed and what is not covered, then the counts.
/// </summary>
internal sealed class ConsoleTestWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TerminalWriter _terminal;
    private readonly PolicyTestDetails _details;

    private ConsoleTestWriter(TerminalWriter terminal, PolicyTestDetails details)
    {
        _terminal = terminal;
        _details = details;
    }

    /// <summary>Writes a run.</summary>
    public static void Write(PolicyTestRun run, PolicyTestDetails details, Stream stream, ReportStyle style)
    {
        using var output = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        new ConsoleTestWriter(new TerminalWriter(output, style), details).Write(run);
    }

    private void Write(PolicyTestRun run)
    {
        foreach (var policy in run.Policies)
            Write(policy);
        if (run.Policies.Length > 0)
            _terminal.EndLine();
        WriteSummary(run);
    }

    private void Write(PolicyTestResult policy)
    {
        var passed = policy.Cases.All(test => test.Passed);
        _terminal.Write(passed ? "ok    " : "FAIL  ", passed ? Tone.Good : Tone.Bad);
        _terminal.Write(policy.Policy, Tone.Heading);
        _terminal.WriteLine(
            $": {ResultWords.Plural(policy.Cases.Length, "case")}, {CoverageOf(policy.Coverage)}",
            IsBelow(policy.Coverage.Percent) ? Tone.Bad : Tone.Plain);
        foreach (var test in policy.Cases.Where(test => !test.Passed))
            WriteFailure(test);
        if (_details.Coverage)
            WriteUncovered(policy.Coverage);
    }

    private void WriteFailure(TestCaseResult test)
    {
        _terminal.Write($"      {test.Name}", Tone.Bad);
        _terminal.WriteLine($"  ({test.Location})", Tone.Quiet);
        new FailureLines(_terminal, indent: 8).Write(test);
    }

    private void WriteUncovered(PolicyCoverage coverage)
    {
        foreach (var branch in coverage.Uncovered)
        {
            _terminal.WriteLine($"      {branch.Location}: {RoleOf(branch.Role)} {GapOf(branch.Gap)}", Tone.Doubtful);
            _terminal.WriteWrapped(branch.Source, 8, Tone.Quiet);
        }
    }

    private void WriteSummary(PolicyTestRun run)
    {
        var failed = run.Failed + run.Refused;
        var counts = $"{Policies(run.Policies.Length)}, {ResultWords.Plural(run.Cases, "case")}: "
            + $"{run.Passed} passed, {run.Failed} failed"
            + (run.Refused > 0 ? $", {run.Refused} could not be run" : "");
        _terminal.WriteLine(counts, failed > 0 ? Tone.Bad : run.Cases > 0 ? Tone.Good : Tone.Doubtful);
        if (run.Branches > 0)
            _terminal.WriteLine(
                $"coverage: {CoverageOf(new PolicyCoverage(run.Covered, run.Branches, []))}");
        if (run.WithoutTests.Length > 0)
            _terminal.WriteWrapped(
                $"{Policies(run.WithoutTests.Length)} without tests: {string.Join(", ", run.WithoutTests)}",
                0, Tone.Doubtful, hanging: 2);
        if (IsBelow(run.LeastCoverage))
            _terminal.WriteLine(
                $"a policy has less than {_details.LeastCoverage} % of its branches covered", Tone.Bad);
    }

    private bool IsBelow(int percent) => percent < _details.LeastCoverage;

    private static string Policies(int count) => count == 1 ? "1 policy" : $"{count} policies";

    private static string CoverageOf(PolicyCoverage coverage) =>
        $"{coverage.Percent} % of {coverage.Total} branches"
        + (coverage.Covered < coverage.Total ? $" ({coverage.Total - coverage.Covered} not taken)" : "");

    private static string RoleOf(BranchRole role) => role switch
    {
        BranchRole.MatchCondition => "match condition",
        BranchRole.Validation => "validation",
        BranchRole.AndTerm => "term of &&",
        BranchRole.OrTerm => "term of ||",
        BranchRole.Condition => "condition of ?:",
        _ => throw new UnreachableException($"{role}"),
    };

    private static string GapOf(BranchGap gap) => gap switch
    {
        BranchGap.NeverTrue => "never true",
        BranchGap.NeverFalse => "never false",
        BranchGap.NeverDecided => "never true or false",
        BranchGap.NeverReached => "never reached",
        _ => throw new UnreachableException($"{gap}"),
    };
}
