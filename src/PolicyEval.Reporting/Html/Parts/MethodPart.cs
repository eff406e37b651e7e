using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;

namespace PolicyEval.Reporting.Html.Parts;

/// <summary>Appendix A: how a stranger checks this report with the files and a shell.</summary>
internal static class MethodPart
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, RunHeader header)
    {
        html.Markup("<section id=\"method\">\n<h2>Appendix A: how to check this by hand</h2>\n<ol>\n");
        if (header.Snapshots.Any(snapshot => snapshot.Seal is not null))
        {
            html.Markup("<li>Go to the folder of the snapshot (unpack it first if it is a zip) and check every file ");
            html.Markup("against the manifests. The sha256 of the last file named is the digest in this report.\n");
            HtmlProse.WriteCommands(
                html,
                [
                    "sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt",
                    "sha256sum tagmanifest-sha256.txt",
                ]);
            html.Markup("</li>\n");
        }

        if (header.Snapshots.Any(snapshot => snapshot.Seal is null))
        {
            html.Markup("<li>Nothing vouches for unsealed files. Their digest in this report is the sha256 over the ");
            html.Markup("sorted lines of <code>sha256sum</code> for the files in appendix B: that the files are the ");
            html.Markup("same can be checked, where they come from cannot.</li>\n");
        }

        html.Markup("<li>Every line of evidence names a file, a line and a column (columns count UTF-16 units from 1");
        html.Markup("), the value that stands there, and the command that prints the line, to be run in the folder ");
        html.Markup("of the snapshot. What it prints must hold the value.</li>\n");
        html.Markup("<li>Every policy shows its rules as expressions, and \"How it came about\" the value of each ");
        html.Markup("term: put the values of the evidence in, and the outcome follows.</li>\n");
        html.Markup("<li>Ages are measured at the instant called \"As of\", never by the clock of the machine, so ");
        html.Markup("that the same files give the same report in seven years.</li>\n</ol>\n</section>\n");
    }
}
