using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Appendix B: the files that were read, with their digests.</summary>
internal static class ManifestPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header)
    {
        html.Markup("<section id=\"manifest\">\n<h2>Appendix B: the evidence</h2>\n");
        html.Write($"<p>Evidence <code>{ReportDigest.Of(header)}</code>");
        if (header.Snapshots.Length > 1)
            html.Write($": the sha256 over the sorted digests of the {header.Snapshots.Length} snapshots, a line each");
        html.Markup("</p>\n");
        foreach (var snapshot in header.Snapshots)
            Write(html, snapshot);
        html.Markup("</section>\n");
    }

    private static void Write(HtmlOutput html, SnapshotReference snapshot)
    {
        var name = snapshot.Label.Text.Length > 0 ? snapshot.Label.Text : snapshot.Name;
        html.WriteLine($"<p>{name}: digest <code>{snapshot.Digest}</code></p>");
        HtmlTable.BeginWide(html, "files", $"Files of {name}", "File", "sha256", "Bytes#", "Rows#", "Status");
        foreach (var source in snapshot.Sources)
        {
            html.Write($"<tr><th scope=\"row\">{source.Path}");
            if (source.DecodedFrom is not null)
                html.Write($" ({source.File} in it)");
            html.Write($"</th><td><code>{source.Sha256}</code></td><td class=\"number\">{source.Bytes}</td>");
            var rows = source.Rows is { } count ? FormattableString.Invariant($"{count}") : "";
            html.WriteLine($"<td class=\"number\">{rows}</td><td>{source.Status}</td></tr>");
        }

        HtmlTable.EndWide(html);
    }
}
