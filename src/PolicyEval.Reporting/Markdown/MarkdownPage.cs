using System.Text;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Markdown;

/// <summary>Composes the page.</summary>
internal sealed class MarkdownPage(RunHeader header, RunFooter footer, FindingGroups findings)
{
    private const int LengthMax = 60_000;
    private const int EntryMax = 2_000;

    private readonly StringBuilder _text = new();
    private readonly RunIndex _index = new(header);

    /// <summary>The page.</summary>
    public string Compose()
    {
        _text.Append("## PolicyEval report\n\n");
        foreach (var framework in header.Frameworks)
        {
            var controls = footer.Controls.Where(control => control.Framework == framework.Name);
            _text.Append($"**{MarkdownText.Of(VerdictSentence.Of(framework, controls))}**\n\n");
        }

        _text.Append($"{ResultWords.Plural(footer.Findings.Total, "finding")}: ");
        _text.Append($"{ResultWords.Counted(footer.Findings)}; ");
        _text.Append($"{ResultWords.Plural(footer.GateFailures, "failure")} at the gate; ");
        _text.Append($"exit code {footer.ExitCode}.\n");
        if (!footer.Accounts.IsEmpty)
            _text.Append($"\n{MarkdownText.Of(AccountWords.Coverage(footer))}.\n");
        WriteFacts();
        WriteControls("Failing", control => control.Outcome == Outcome.Fail, Outcome.Fail);
        WriteControls("Ended in an error", control => control.Outcome == Outcome.Error, Outcome.Error);
        WriteControls(
            "Lacking evidence",
            control => control.Counts.Incomplete > 0 || control.Outcome == Outcome.Incomplete, Outcome.Incomplete);
        WriteOthers();
        return _text.ToString();
    }

    private void WriteFacts()
    {
        _text.Append("\n| | |\n|---|---|\n");
        foreach (var fact in Headline.Of(header, footer))
        {
            if (HasRoom)
                _text.Append($"| {fact.Label} | {Cut(MarkdownText.Of(fact.Text))} |\n");
        }
    }

    private void WriteControls(string heading, Func<ControlResult, bool> isOne, Outcome outcome)
    {
        var controls = footer.Controls.Where(control => !control.Policies.IsEmpty && isOne(control)).ToList();
        if (controls.Count == 0)
            return;
        _text.Append($"\n### {heading} ({controls.Count})\n");
        for (var i = 0; i < controls.Count; i++)
        {
            if (!HasRoom)
            {
                _text.Append($"\nand {controls.Count - i} more controls\n");
                return;
            }

            Write(controls[i], outcome);
        }
    }

    private void Write(ControlResult control, Outcome outcome)
    {
        var severity = control.Severity is { } known ? $", {ResultWords.Of(known)}" : "";
        var count = ResultWords.CountOf(control.Counts, outcome);
        _text.Append($"\n**{MarkdownText.Of(control.Id)}** {Cut(MarkdownText.Of(control.Title))} ");
        _text.Append($"({MarkdownText.Of(control.Framework)}{severity}): {count} of {control.Counts.Total}\n\n");
        var written = 0;
        foreach (var finding in findings.Of(control).Of(outcome).TakeWhile(_ => HasRoom))
        {
            _text.Append($"- {Cut(EntryOf(finding))}\n");
            written++;
        }

        if (written < count)
            _text.Append($"- and {count - written} more\n");
    }

    private string EntryOf(Finding finding)
    {
        var snapshot = _index.SnapshotOf(finding);
        var marks = (finding.Waiver is { } waiver ? $" (waived until {waiver.Expires}, {waiver.Name})" : "")
            + (finding.Baseline is { } state ? $" ({ResultWords.Of(state)})" : "");
        var cell = finding.Evidence.FirstOrDefault();
        var place = cell is null ? "" : FormattableString.Invariant(
            $" [{snapshot.Label.Cite(cell.File)}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}]");
        return $"**{MarkdownText.Of(FindingWords.NameOf(finding, snapshot))}**"
            + MarkdownText.Of($"{marks}: {finding.Message}{place}");
    }

    private void WriteOthers()
    {
        var others = footer.Controls
            .Where(control => control.Outcome is not (Outcome.Fail or Outcome.Error or Outcome.Incomplete)).ToList();
        if (others.Count == 0)
            return;
        _text.Append($"\n<details><summary>The other {others.Count} controls</summary>\n\n");
        _text.Append("| Control | Outcome | Title |\n|---|---|---|\n");
        var written = 0;
        foreach (var control in others.TakeWhile(_ => HasRoom))
        {
            _text.Append($"| {MarkdownText.Of(control.Id)} | {ResultWords.ForPeople(control.Outcome)} | ");
            _text.Append($"{Cut(MarkdownText.Of(control.Title))} |\n");
            written++;
        }

        if (written < others.Count)
            _text.Append($"| | | and {others.Count - written} more |\n");
        _text.Append("\n</details>\n");
    }

    /// <summary>Whether the longest entry still fits.</summary>
    private bool HasRoom => _text.Length + (2 * EntryMax) < LengthMax;

    // Whoever cuts an escape in two leaves the beginning of one; nothing that is active begins so.
    private static string Cut(string entry) => entry.Length <= EntryMax ? entry : entry[..(EntryMax - 1)] + "…";
}
