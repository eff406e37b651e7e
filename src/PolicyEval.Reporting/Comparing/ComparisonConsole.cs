using System.Collections.Immutable;
using System.Text;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Reporting.Comparing;

/// <summary>A comparison for people: whether like is compared with like, then what changed, the worst first.</summary>
internal sealed class ComparisonConsole
{
    private const int Indent = 2;
    private const int Shown = 50;

    private readonly TerminalWriter _terminal;
    private readonly ComparisonReport _report;
    private readonly ResultComparison _comparison;
    private readonly SharedCauses _causes;
    private readonly ChangeLines _lines;

    private ComparisonConsole(TerminalWriter terminal, ComparisonReport report)
    {
        _terminal = terminal;
        _report = report;
        _comparison = report.Comparison;
        _causes = new SharedCauses(_comparison);
        _lines = new ChangeLines(_causes);
    }

    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, Stream output, ReportStyle style)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new ComparisonConsole(new TerminalWriter(text, style), report).Write();
    }

    private void Write()
    {
        _terminal.WriteLine($"PolicyEval {_report.ToolVersion} comparison", Tone.Heading);
        foreach (var fact in ComparedRules.Of(_comparison))
            HeaderBlock.Write(_terminal, fact);
        _terminal.EndLine();
        WriteSide("Old", _report.Old, _comparison.Old);
        WriteSide("New", _report.New, _comparison.New);
        WriteList(
            "DIFFERENT INPUTS: not all of this is a change of the account", Tone.Doubtful,
            [.. _comparison.Inputs.Select(ComparisonWords.Of)]);
        WriteList("ACCOUNTS OF ONE SIDE", Tone.Doubtful, [.. _comparison.Accounts.Select(ComparisonWords.Of)]);
        WriteList(
            "Controls", Tone.Heading,
            [.. _comparison.Controls.Select(c => $"{c.Framework}/{c.Id} {ComparisonWords.Turn(c)}: {c.Title}")]);
        WriteList("Why several verdicts are undecided", Tone.Heading, _causes.Lines);
        foreach (var group in _comparison.Findings.Where(ComparisonWords.IsListed).GroupBy(change => change.Kind))
            WriteFindings(group.Key, [.. group]);
        WriteResources("Resources that appeared", appeared: true);
        WriteResources("Resources that are gone", appeared: false);
        _terminal.EndLine();
        _terminal.WriteWrapped(
            $"{ComparisonWords.Counted(_comparison)}; exit code {_report.ExitCode}", 0,
            _comparison.GateExitCode == 0 ? Tone.Good : Tone.Bad);
        _terminal.Flush();
    }

    private void WriteSide(string label, ComparedInput input, ComparedResult result)
    {
        var digest = input.Sha256.Length > 0 ? $", sha256 {input.Sha256}" : "";
        HeaderBlock.Write(_terminal, new Fact(label, $"{input.Path}{digest}"));
        foreach (var snapshot in result.Header.Snapshots)
        {
            var aside = result.SetAside.Contains(snapshot) ? ", NOT COMPARED: only the latest of each account is" : "";
            var old = snapshot.Age is { IsTooOld: true } ? ", TOO OLD to rely on" : "";
            var name = snapshot.Label.Text.Length > 0 ? snapshot.Label.Text : snapshot.Name;
            HeaderBlock.Write(_terminal, new Fact(
                "", $"{name}, as of {AsOfWords(snapshot)}{old}, digest {snapshot.Digest}{aside}",
                aside.Length + old.Length > 0 || snapshot.Projected ? FactWeight.Doubtful : FactWeight.Plain));
        }
    }

    private static string AsOfWords(SnapshotReference snapshot) =>
        snapshot.AsOf is not { } asOf ? "an unknown instant"
        : asOf + (snapshot.Projected ? " PROJECTED: later than the evidence" : "");

    private void WriteList(string heading, Tone tone, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty)
            return;
        _terminal.EndLine();
        _terminal.WriteLine($"{heading} ({lines.Length})", tone);
        foreach (var line in lines.Take(Shown))
            _terminal.WriteWrapped(line, Indent, hanging: Indent);
        WriteRest(lines.Length);
    }

    private void WriteFindings(ChangeKind kind, ImmutableArray<FindingChange> changes)
    {
        _terminal.EndLine();
        var tone = kind is ChangeKind.New or ChangeKind.Unwaived ? Tone.Bad
            : kind is ChangeKind.Unseen ? Tone.Doubtful
            : Tone.Heading;
        _terminal.WriteLine($"{ComparisonWords.Heading(kind)} ({changes.Length})", tone);
        foreach (var change in changes.Take(Shown))
            WriteFinding(change);
        WriteRest(changes.Length);
    }

    private void WriteFinding(FindingChange change)
    {
        var subject = change.Subject;
        _terminal.WriteWrapped(
            $"{NameOf(subject.Resource)} {subject.Policy}: {_lines.Turn(change)}", Indent, hanging: Indent);
        foreach (var sentence in _lines.Sentences(change))
            _terminal.WriteWrapped(sentence, Indent * 2, hanging: Indent);
        var values = ChangeLines.Values(change);
        foreach (var value in values)
            _terminal.WriteWrapped(value, Indent * 2, Tone.Quiet, Indent);
        if (change.Kind == ChangeKind.New && !ChangeLines.HasProof(change))
            new EvidenceLines(_terminal).Write(subject, LabelOf(subject), Indent * 2);
    }

    private void WriteResources(string heading, bool appeared) => WriteList(
        heading, Tone.Heading,
        [
            .. _comparison.Resources.Where(change => change.HasAppeared == appeared)
                .Select(change => $"{NameOf(change.Resource)} ({change.Resource.Type})"),
        ]);

    private void WriteRest(int count)
    {
        if (count > Shown)
            _terminal.WriteWrapped($"... and {count - Shown} more (--format json lists them all)", Indent, Tone.Quiet);
    }

    private SnapshotLabel LabelOf(Finding finding) =>
        _comparison.New.Header.Snapshots.First(snapshot => snapshot.Digest == finding.Snapshot).Label;

    private static string NameOf(ResourceReference resource) =>
        resource.Account.Length > 0 ? $"{resource.Account} {resource.Id}" : resource.Id;
}
