using System.Collections.Immutable;
using System.Text;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Comparing;

/// <summary>
/// A comparison for pull requests and job summaries, in GitHub's dialect. It stays far below the 65,536 characters of a
/// comment: what does not fit is counted.
/// </summary>
internal sealed class ComparisonMarkdown
{
    private const int LengthMax = 60_000;
    private const int EntryMax = 2_000;
    private const int Shown = 100;
    private const int DigestShown = 12;

    private readonly StringBuilder _text = new();
    private readonly ComparisonReport _report;
    private readonly ResultComparison _comparison;
    private readonly SharedCauses _causes;
    private readonly ChangeLines _lines;

    private ComparisonMarkdown(ComparisonReport report)
    {
        _report = report;
        _comparison = report.Comparison;
        _causes = new SharedCauses(_comparison);
        _lines = new ChangeLines(_causes);
    }

    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        output.Write(Encoding.UTF8.GetBytes(new ComparisonMarkdown(report).Compose()));
        output.Flush();
    }

    private string Compose()
    {
        _text.Append("## PolicyEval comparison\n\n");
        _text.Append($"**{ComparisonWords.Counted(_comparison)}; exit code {_report.ExitCode}**\n\n");
        _text.Append("| | Evidence | As of | Digest |\n|---|---|---|---|\n");
        WriteSide("Old", _report.Old, _comparison.Old);
        WriteSide("New", _report.New, _comparison.New);
        WriteList("Rules", [.. ComparedRules.Of(_comparison).Select(EntryOf)]);
        WriteList(
            "Different inputs: not all of this is a change of the account",
            [.. _comparison.Inputs.Select(input => MarkdownText.Of(ComparisonWords.Of(input)))]);
        WriteList(
            "Accounts of one side", [.. _comparison.Accounts.Select(a => MarkdownText.Of(ComparisonWords.Of(a)))]);
        WriteList("Controls", [.. _comparison.Controls.Select(EntryOf)]);
        WriteList("Why several verdicts are undecided", [.. _causes.Lines.Select(MarkdownText.Of)]);
        foreach (var group in _comparison.Findings.Where(ComparisonWords.IsListed).GroupBy(change => change.Kind))
            WriteList(ComparisonWords.Heading(group.Key), [.. group.Select(EntryOf)]);
        WriteList(
            "Resources that appeared",
            [.. _comparison.Resources.Where(change => change.HasAppeared).Select(EntryOf)]);
        WriteList(
            "Resources that are gone",
            [.. _comparison.Resources.Where(change => !change.HasAppeared).Select(EntryOf)]);
        return _text.ToString();
    }

    private void WriteSide(string label, ComparedInput input, ComparedResult result)
    {
        foreach (var snapshot in result.Header.Snapshots.Take(Shown))
        {
            var name = input.Sha256.Length > 0 ? $"{input.Path}: {snapshot.Name}" : snapshot.Name;
            var aside = result.SetAside.Contains(snapshot) ? " (not compared: only the latest of each account is)" : "";
            _text.Append($"| {label} | {Cut(MarkdownText.Of(name + aside))} | ");
            var digest = snapshot.Digest[..Math.Min(DigestShown, snapshot.Digest.Length)];
            var projected = snapshot.Projected ? " **PROJECTED**: later than the evidence" : "";
            var old = snapshot.Age is { IsTooOld: true } ? " **TOO OLD** to rely on" : "";
            _text.Append($"{MarkdownText.Of(snapshot.AsOf ?? "not known")}{projected}{old} | ");
            _text.Append($"{MarkdownText.Of(digest)} |\n");
        }

        if (result.Header.Snapshots.Length > Shown)
            _text.Append($"| {label} | and {result.Header.Snapshots.Length - Shown} more | | |\n");
    }

    private void WriteList(string heading, ImmutableArray<string> entries)
    {
        if (entries.IsEmpty)
            return;
        _text.Append($"\n### {heading} ({entries.Length})\n\n");
        var written = 0;
        while (written < Math.Min(entries.Length, Shown) && _text.Length + EntryMax < LengthMax)
            _text.Append($"- {Cut(entries[written++])}\n");
        if (written < entries.Length)
            _text.Append($"- and {entries.Length - written} more\n");
    }

    private static string EntryOf(Fact fact) =>
        $"{(fact.Weight == FactWeight.Plain ? fact.Label : $"**{fact.Label}**")}: {MarkdownText.Of(fact.Text)}";

    private static string EntryOf(ControlChange change) =>
        $"**{MarkdownText.Of($"{change.Framework}/{change.Id}")}** {MarkdownText.Of(ComparisonWords.Turn(change))}"
        + $": {MarkdownText.Of(change.Title)}";

    private string EntryOf(FindingChange change)
    {
        var subject = change.Subject;
        var sentences = _lines.Sentences(change).Select(sentence => $". {MarkdownText.Of(sentence.TrimEnd('.'))}");
        var values = string.Join("; ", ChangeLines.Values(change).Select(MarkdownText.Of));
        return $"**{MarkdownText.Of(NameOf(subject.Resource))}** {MarkdownText.Of(subject.Policy)}: "
            + MarkdownText.Of(_lines.Turn(change)) + string.Concat(sentences)
            + (values.Length > 0 ? $" ({values})" : "");
    }

    private static string EntryOf(ResourceChange change) =>
        $"**{MarkdownText.Of(NameOf(change.Resource))}** ({MarkdownText.Of(change.Resource.Type)})";

    private static string NameOf(ResourceReference resource) =>
        resource.Account.Length > 0 ? $"{resource.Account} {resource.Id}" : resource.Id;

    // Whoever cuts an escape in two leaves the beginning of one; nothing that is active begins so.
    private static string Cut(string entry) => entry.Length <= EntryMax ? entry : entry[..(EntryMax - 1)] + "…";
}
