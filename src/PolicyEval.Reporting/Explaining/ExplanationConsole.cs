using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Explaining;

/// <summary>An explanation for people. The first door of this folder.</summary>
public static class ExplanationConsole
{
    private const int Indent = 2;

    /// <summary>Writes it.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="style">Width and colour.</param>
    /// <param name="explanation">The explanation.</param>
    public static void Write(TextWriter output, ReportStyle style, Explanation explanation)
    {
        var terminal = new TerminalWriter(output, style);
        HeaderBlock.Write(terminal, explanation.Header);
        foreach (var policy in explanation.Policies)
            WritePolicy(terminal, explanation.Header, policy);
        terminal.Flush();
    }

    private static void WritePolicy(TerminalWriter terminal, RunHeader header, ExplainedPolicy explained)
    {
        var policy = explained.Policy;
        terminal.EndLine();
        terminal.WriteWrapped(
            $"{policy.Name} ({ResultWords.Of(policy.Severity)}): {policy.Title}", 0, Tone.Heading, hanging: Indent);
        if (!policy.Controls.IsEmpty)
            terminal.WriteWrapped($"For {string.Join(", ", policy.Controls)}", Indent, hanging: Indent);
        foreach (var input in explained.Inputs)
            terminal.WriteWrapped(ExplanationWords.ForPeople(input), Indent, hanging: Indent);

        var verdicts = new VerdictLines(terminal);
        foreach (var resource in explained.Resources)
        {
            var snapshot = header.Snapshots.First(s => s.Digest == resource.Finding.Snapshot);
            terminal.EndLine();
            verdicts.Write([resource.Finding], snapshot, 0);
            terminal.EndLine();
            new ResourceTrees(terminal, snapshot.Label).Write(resource, Indent);
        }
        WriteRest(terminal, explained);
    }

    private static void WriteRest(TerminalWriter terminal, ExplainedPolicy explained)
    {
        var rest = explained.Resources.Aggregate(
            OutcomeCounts.None, (counts, r) => counts.Add(r.Finding.Outcome, r.Finding.Waiver is not null));
        var left = explained.Counts.Except(rest);
        if (explained.Counts.Total == 0)
            terminal.WriteWrapped($"The evidence has no {explained.ResourceType}.", 0);
        if (left.Total == 0)
            return;
        terminal.EndLine();
        terminal.WriteWrapped(
            $"... and {ResultWords.Counted(left)}: name one with --resource NAME", 0, Tone.Quiet);
    }
}
