using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The cells that decided a verdict or failed to, and the commands that get what is not there.</summary>
internal sealed class EvidenceLines(TerminalWriter terminal)
{
    private const int CellsShown = 12;
    private const int ValueWidth = 200;
    private const int Hanging = 2;

    /// <summary>Writes them.</summary>
    /// <param name="finding">The verdict.</param>
    /// <param name="snapshot">Whose files they are.</param>
    /// <param name="indent">The spaces before every line.</param>
    public void Write(Finding finding, SnapshotLabel snapshot, int indent)
    {
        // A cell that could not be used is shown as such, and once.
        var unusable = finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>().ToHashSet();
        var cells = finding.Evidence.Where(cell => !unusable.Contains(cell)).ToList();
        foreach (var cell in cells.Take(CellsShown))
            WriteCell("", cell, snapshot, indent, Tone.Quiet);
        if (cells.Count > CellsShown)
            terminal.WriteWrapped($"... and {cells.Count - CellsShown} more cells", indent, Tone.Quiet);

        foreach (var missing in finding.Missing.Take(CellsShown))
            WriteMissing(finding, missing, snapshot, indent);
        if (finding.Missing.Length > CellsShown)
            terminal.WriteWrapped($"... and {finding.Missing.Length - CellsShown} more cells", indent, Tone.Quiet);

        // What stands in the file already is not there for want of a command.
        var commands = finding.Missing.Where(m => m.Cell is null && m.Command.Length > 0).Select(m => m.Command);
        foreach (var command in commands.Distinct(StringComparer.Ordinal))
            terminal.WriteWrapped($"get it with: {command}", indent, Tone.Quiet, Hanging);
    }

    // The message of the finding has often said already what one line would say again.
    private void WriteMissing(Finding finding, MissingEvidence missing, SnapshotLabel snapshot, int indent)
    {
        if (missing.Cell is { } cell)
            WriteCell("unusable: ", cell, snapshot, indent, Tone.Doubtful);
        else if (!finding.Message.Contains(missing.Why, StringComparison.Ordinal))
            terminal.WriteWrapped(
                $"missing: {snapshot.Cite(missing.File)} {missing.Field}: {missing.Why}",
                indent,
                Tone.Doubtful,
                Hanging);
    }

    private void WriteCell(string label, EvidenceCell cell, SnapshotLabel snapshot, int indent, Tone tone)
    {
        var shown = cell.Value.Length == 0 ? "(empty)" : TextLayout.Shorten(SafeText.Of(cell.Value), ValueWidth);
        var place = $"{label}{snapshot.Cite(cell.File)}:{cell.Line}:{cell.Column}";
        var value = SafeText.Of($"{cell.Field} = {shown}");

        // What does not fit behind its place stands below it whole, where it fits there.
        var room = terminal.Width - indent - Hanging;
        var width = TextLayout.WidthOf(value);
        if (TextLayout.WidthOf(SafeText.Of(place)) + 1 + width > room && width <= room)
        {
            terminal.WriteWrapped(place, indent, tone, Hanging);
            terminal.WriteWrapped(value, indent + Hanging, tone);
        }
        else
        {
            terminal.WriteWrapped($"{place} {value}", indent, tone, Hanging);
        }
    }
}
