using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The lines that say of resources what came out and why in a sentence, without the proof.</summary>
internal sealed class VerdictLines(TerminalWriter terminal)
{
    private const int MessageIndent = 2;

    /// <summary>Writes them.</summary>
    /// <param name="findings">Findings that differ in nothing but their resource, at least one.</param>
    /// <param name="snapshot">Their snapshot.</param>
    /// <param name="indent">The spaces before every line.</param>
    public void Write(IReadOnlyList<Finding> findings, SnapshotReference snapshot, int indent)
    {
        var finding = findings[0];
        var names = string.Join(", ", findings.Select(each => FindingWords.ResourceOf(each, snapshot)));
        terminal.WriteWrapped(
            $"{FindingWords.WhoseOf(snapshot)}{names} ({VerdictOf(finding)})", indent, Tone.Heading);
        if (finding.Violations.Length > 1)
        {
            foreach (var violation in finding.Violations)
                terminal.WriteWrapped($"{violation.Reason}: {violation.Message}", indent + MessageIndent);
        }
        else if (finding.Message.Length > 0)
        {
            terminal.WriteWrapped(finding.Message, indent + MessageIndent);
        }
    }

    // Several violations follow in lines that each begin with their reason.
    private static string VerdictOf(Finding finding)
    {
        var waived = finding.Waiver is null ? "" : ", waived";
        var known = finding.Baseline switch
        {
            BaselineState.Known => ", known",
            BaselineState.New => ", NEW",
            _ => "",
        };
        var reason = finding.Reason.Length == 0 || finding.Violations.Length > 1 ? "" : $": {finding.Reason}";
        return ResultWords.ForPeople(finding.Outcome) + waived + known + reason;
    }
}
