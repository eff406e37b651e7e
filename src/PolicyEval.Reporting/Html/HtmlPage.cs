using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Html.Markup;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html;

/// <summary>
/// What stands around the parts of the page. Its policy (CSP) allows nothing but its own two styles and one script, by
/// their digests.
/// </summary>
internal static class HtmlPage
{
    private static readonly string Style = Asset("report.css");
    private static readonly string Script = Asset("report.js");

    /// <summary>The beginning, up to the first part.</summary>
    public static void Begin(HtmlOutput html, RunHeader header)
    {
        var print = PrintStyle(ReportDigest.Of(header));
        html.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        html.Markup($"style-src {Source(Style)} {Source(print)}; script-src {Source(Script)}; ");
        html.Markup("base-uri 'none'; form-action 'none'\">\n");
        html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Markup("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.WriteLine($"<title>{TitleOf(header)}</title>");
        html.Markup($"<style>{Style}</style>\n<style>{print}</style>\n</head>\n<body>\n");
        html.Markup("<a class=\"skip\" href=\"#verdict\">Go to the verdict</a>\n");
        html.WriteLine($"<header>\n<h1>{TitleOf(header)}</h1>\n</header>\n<main>");
    }

    /// <summary>The end.</summary>
    public static void End(HtmlOutput html, RunHeader header)
    {
        html.Write($"</main>\n<footer>\n<p>PolicyEval {header.ToolVersion}. Evidence ");
        html.WriteLine($"<code>{ReportDigest.Of(header)}</code>.</p>\n</footer>");
        html.Markup($"<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static string TitleOf(RunHeader header)
    {
        var frameworks = string.Join(", ", header.Frameworks.Select(f => $"{f.Title} {f.Version}"));
        var accounts = header.Snapshots.SelectMany(s => s.Accounts).Distinct(StringComparer.Ordinal).ToList();
        var whose = accounts switch
        {
            [] => "an account that the evidence does not name",
            [var only] => "account " + AccountWords.Of(only, header.Snapshots[0].AccountName),
            _ => ResultWords.Plural(accounts.Count, "account"),
        };
        return $"{(frameworks.Length == 0 ? "Policies" : frameworks)}: {whose}";
    }

    /// <summary>The digest at the foot of each printed page.</summary>
    private static string PrintStyle(string digest) =>
        "@page{@bottom-left{content:\"Evidence " + digest + "\"}@bottom-right{content:counter(page) \" / \" "
        + "counter(pages)}}";

    private static string Source(string content) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("PolicyEval.Reporting.Html." + name)
            ?? throw new InvalidOperationException($"The program lacks its part {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
