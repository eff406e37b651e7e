using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Explaining;

/// <summary>
/// Writes the tree of an expression: the values in a column on the left, below each node that reads evidence the cell
/// that it read.
/// </summary>
internal sealed class ExpressionTree(TerminalWriter terminal, SnapshotLabel snapshot, int indent)
{
    private const int Gap = 2;
    private const int ColumnMax = 24;
    private const int ValueWidth = 200;
    private const string NoValue = "-";

    private int _column;

    /// <summary>Writes the rows.</summary>
    public void Write(IReadOnlyList<TreeRow> rows)
    {
        _column = Math.Min(rows.Max(row => TextLayout.WidthOf(ValueOf(row))), ColumnMax);
        foreach (var row in rows)
        {
            WriteRow(row);
            WriteDetails(row);
        }
    }

    private void WriteRow(TreeRow row)
    {
        var values = TextLayout.Wrap(ValueOf(row), _column);
        var label = row.Row.IsRepeated ? row.Label + " (see above)" : row.Label;
        var labels = TextLayout.Wrap(label, RoomFor(row.Branch));
        var tone = row.Row.Node.Value is null ? Tone.Quiet : Tone.Plain;
        for (var i = 0; i < Math.Max(labels.Length, values.Length); i++)
        {
            WriteColumn(i < values.Length ? values[i] : "", ToneOf(row.Row.Node));
            terminal.Write(i == 0 ? row.Branch : row.Margin);
            terminal.WriteLine(i < labels.Length ? labels[i] : "", tone);
        }
    }

    private void WriteColumn(string value, Tone tone)
    {
        terminal.Write(new string(' ', indent));
        terminal.Write(value, tone);
        terminal.Write(new string(' ', _column - TextLayout.WidthOf(value) + Gap));
    }

    private int RoomFor(string margin) => Math.Max(1, terminal.Width - indent - _column - Gap - margin.Length);

    /// <summary>What a node read, and which turn of a loop stands below it.</summary>
    private void WriteDetails(TreeRow row)
    {
        var node = row.Row.Node;
        if (node.Turn is { } turn)
        {
            var decides = turn.Decides ? ", which decides" : "";
            var element = TextLayout.Shorten(SafeText.Of(ValueText.Of(turn.Element)), ValueWidth);
            WriteDetail(row, $"element {turn.Number} of {turn.Count}{decides}: {element}", Tone.Quiet);
        }
        if (!row.Row.IsLeaf || row.Row.IsRepeated || node.Variable.Length > 0)
            return;
        foreach (var cell in node.IsCell ? node.Evidence : [])
            WriteDetail(row, CellText(cell), Tone.Quiet);
        foreach (var missing in node.Missing)
            WriteDetail(row, MissingText(missing), Tone.Doubtful);
    }

    private void WriteDetail(TreeRow row, string text, Tone tone)
    {
        var margin = row.Margin + "  ";
        foreach (var line in TextLayout.Wrap(SafeText.Of(text), RoomFor(margin)))
        {
            WriteColumn("", Tone.Plain);
            terminal.Write(margin);
            terminal.WriteLine(line, tone);
        }
    }

    private string CellText(EvidenceCell cell)
    {
        var value = cell.Value.Length == 0 ? "(empty)" : TextLayout.Shorten(SafeText.Of(cell.Value), ValueWidth);
        return FormattableString.Invariant(
            $"{snapshot.Cite(cell.File)}:{cell.Line}:{cell.Column} {cell.Field} = {value}");
    }

    private string MissingText(MissingEvidence missing) => missing.Cell is { } cell
        ? $"unusable: {CellText(cell)} ({missing.Why})"
        : $"missing: {snapshot.Cite(missing.File)} {missing.Field}: {missing.Why}";

    private static string ValueOf(TreeRow row) => row.Row.Node.Value is { } value
        ? TextLayout.Shorten(SafeText.Of(ValueText.Of(value)), ValueWidth)
        : NoValue;

    private static Tone ToneOf(ExplainedNode node) => node.Value switch
    {
        null => Tone.Quiet,
        { Kind: CelKind.Unknown } => Tone.Doubtful,
        { Kind: CelKind.Error } => Tone.Bad,
        _ => Tone.Plain,
    };
}
