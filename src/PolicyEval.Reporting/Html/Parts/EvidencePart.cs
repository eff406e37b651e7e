using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>The cells that decided a verdict or failed to, each with the command that shows its line.</summary>
internal static class EvidencePart
{
    /// <summary>Writes them as a table.</summary>
    public static void Write(HtmlOutput html, Finding finding, SnapshotReference snapshot)
    {
        var unusable = finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>().ToHashSet();
        var cells = finding.Evidence.Where(cell => !unusable.Contains(cell)).ToList();
        if (cells.Count + finding.Missing.Length == 0)
            return;
        HtmlTable.Begin(html, "evidence", "Evidence", "Place", "Field", "Value", "Look it up");
        foreach (var cell in cells)
            WriteRow(html, cell, snapshot, "");
        foreach (var missing in finding.Missing)
        {
            if (missing.Cell is { } cell)
                WriteRow(html, cell, snapshot, missing.Why);
            else
                WriteMissing(html, missing, snapshot);
        }

        HtmlTable.End(html);
    }

    /// <summary>Writes them as one line.</summary>
    public static void WriteCells(HtmlOutput html, Finding finding, SnapshotReference snapshot)
    {
        var isFirst = true;
        foreach (var cell in finding.Evidence)
        {
            html.Markup(isFirst ? "" : "<br>");
            isFirst = false;
            html.Write($"<code>{snapshot.Label.Cite(cell.File)}:{cell.Line}:{cell.Column}</code> ");
            html.Write($"{cell.Field} = <code>{ValueOf(cell)}</code>");
        }
    }

    private static void WriteRow(HtmlOutput html, EvidenceCell cell, SnapshotReference snapshot, string why)
    {
        html.Write($"<tr><td><code>{snapshot.Label.Cite(cell.File)}:{cell.Line}:{cell.Column}</code></td>");
        html.Write($"<td>{cell.Field}</td><td><code>{ValueOf(cell)}</code>");
        if (why.Length > 0)
            html.Write($" <span class=\"doubtful\">unusable: {why}</span>");
        html.WriteLine($"</td><td><code>{HandCheck.LineOf(snapshot, cell)}</code></td></tr>");
    }

    private static void WriteMissing(HtmlOutput html, MissingEvidence missing, SnapshotReference snapshot)
    {
        html.Write($"<tr><td><code>{snapshot.Label.Cite(missing.File)}</code></td><td>{missing.Field}</td>");
        html.Write($"<td><span class=\"doubtful\">missing: {missing.Why}</span></td><td>");
        if (missing.Command.Length > 0)
            html.Write($"get it with <code>{missing.Command}</code>");
        html.Markup("</td></tr>\n");
    }

    private static string ValueOf(EvidenceCell cell) => cell.Value.Length == 0 ? "(empty)" : cell.Value;
}
