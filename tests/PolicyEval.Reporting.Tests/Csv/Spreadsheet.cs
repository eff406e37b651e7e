using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace PolicyEval.Reporting.Tests.Csv;

/// <summary>A file as LibreOffice opens it: its cells, row by row.</summary>
internal sealed record Spreadsheet(XDocument Document)
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>LibreOffice of the machine, or null.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>The formulas.</summary>
    public IEnumerable<string> Formulas => Document.Descendants().Attributes(Table + "formula").Select(a => a.Value);

    /// <summary>What leads out of the document or is drawn over it.</summary>
    public IEnumerable<XObject> Foreign =>
    [
        .. Document.Descendants().Attributes(Link + "href"),
        .. Document.Descendants(Text + "a"),
        .. Document.Descendants(Table + "table-source"),
        .. Document.Descendants(Table + "dde-link"),
    ];

    /// <summary>The texts of the cells, without the empty ones at the end of a row.</summary>
    public List<List<string>> Rows =>
    [
        .. from row in Document.Descendants(Table + "table-row")
           select row.Elements(Table + "table-cell").SelectMany(CellsOf).ToList(),
    ];

    /// <summary>Opens CSV files as its dialog proposes it: commas, quotes, UTF-8, and formulas are formulas.</summary>
    /// <param name="folder">Gets LibreOffice's own settings and what it writes.</param>
    /// <param name="files">Their paths; each with a name of its own.</param>
    public static Spreadsheet[] Open(string folder, params string[] files)
    {
        var start = new ProcessStartInfo(Program!,
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore",
            "--infilter=CSV:44,34,76", "--convert-to", "fods", "--outdir", folder, .. files,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Program} runs after {Patience}.");
        }

        Assert.True(process.ExitCode == 0, string.Join('\n', said.GetAwaiter().GetResult()));
        return
        [
            .. files.Select(file => new Spreadsheet(XDocument.Load(
                Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.fods"), LoadOptions.PreserveWhitespace))),
        ];
    }

    private static IEnumerable<string> CellsOf(XElement cell)
    {
        // The empty cells up to the last column of all are one element.
        var count = (string?)cell.Attribute(Table + "number-columns-repeated") is { } repeated
            ? int.Parse(repeated, CultureInfo.InvariantCulture)
            : 1;
        var text = string.Concat(cell.Elements(Text + "p").Select(paragraph => paragraph.Value));
        return Enumerable.Repeat(text, Math.Min(count, 100));
    }
}
