using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>The cells that decided a verdict or failed to, each with the command that shows its line.</summary>
internal static class EvidencePart
{
    /// <summary>Writes them as a list, for a table of ten thousand findings takes a browser too long.</summary>
    public static void Write(HtmlOutput html, Finding finding, SnapshotReference snapshot)
    {
        var unusable = finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>().ToHashSet();
        var cells = finding.Evidence.Where(cell => !unusable.Contains(cell)).ToList();
        if (cells.Count + finding.Missing.Length == 0)
            return;
        html.Markup("<ul class=\"evidence\">\n");
        foreach (var cell in cells)
            WriteCell(html, cell, snapshot, "");
        foreach (var missing in finding.Missing)
        {
            if (missing.Cell is { } cell)
                WriteCell(html, cell, snapshot, missing.Why);
            else
                WriteMissing(html, missing, snapshot);
        }

        html.Markup("</ul>\n");
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

    private static void WriteCell(HtmlOutput html, EvidenceCell cell, SnapshotReference snapshot, string why)
    {
        html.Write($"<li><code>{snapshot.Label.Cite(cell.File)}:{cell.Line}:{cell.Column} ");
        html.Write($"{cell.Field} = {ValueOf(cell)}</code>");
        if (why.Length > 0)
            html.Write($" <span class=\"doubtful\">unusable: {why}</span>");
        html.WriteLine($" <code class=\"look\">{HandCheck.LineOf(snapshot, cell)}</code></li>");
    }

    private static void WriteMissing(HtmlOutput html, MissingEvidence missing, SnapshotReference snapshot)
    {
        html.Write($"<li><code>{snapshot.Label.Cite(missing.File)} {missing.Field}</code> ");
        html.Write($"<span class=\"doubtful\">missing: {missing.Why}</span>");
        if (missing.Command.Length > 0)
            html.Write($" <code class=\"look\">{missing.Command}</code>");
        html.Markup("</li>\n");
    }

    private static string ValueOf(EvidenceCell cell) => cell.Value.Length == 0 ? "(empty)" : cell.Value;
}
