using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Csv;

/// <summary>The CSV report in a spreadsheet program: names that want to be formulas are text there.</summary>
public sealed class SpreadsheetTests : IDisposable
{
    private static readonly string[] Names =
    [
        "=1+1", "+1", "-1", "@SUM(1)", "=cmd|'/C calc'!A0", "=HYPERLINK(\"https://evil.example\",\"x\")",
        "=WEBSERVICE(\"https://evil.example\")", "=DDE(\"soffice\",\"file:///x\",\"A1\")", "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", " =1+1", "\"=1+1", "'=1+1", "\t=1+1", "\r=1+1", "\n=1+1",
        "x\n=1+1", "x\r=1+1", "x\",=1+1", "x\"\n=1+1", ";=1+1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(1)", "|x", "%0A=1+1",
        "\ufeff=1+1", "\u200b=1+1", "\u00a0=1+1", "=\u202e1+1", "{=1+1}", "#REF!", "https://evil.example/x",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SpreadsheetFact]
    public void No_cell_is_a_formula_and_none_a_link()
    {
        var results = _folder.Write("results.csv", Write(new ReportOptions { CsvMark = true }));
        var controls = _folder.Write("controls.csv", Write(new ReportOptions { CsvMark = true, CsvView = CsvView.Controls }));
        var unmarked = _folder.Write("unmarked.csv", Write(ReportOptions.Default));
        var unsafely = _folder.Write("unsafely.csv", "\"x\",\"=1+1\"\n");

        var opened = Spreadsheet.Open(_folder.Path, results, controls, unmarked, unsafely);

        // Without the apostrophe it would be one.
        Assert.Equal("of:=1+1", Assert.Single(opened[3].Formulas));
        Assert.All(opened[..3], sheet => Assert.Empty(sheet.Formulas));
        Assert.All(opened[..3], sheet => Assert.Empty(sheet.Foreign));
        foreach (var (file, sheet) in new[] { results, controls, unmarked }.Zip(opened))
        {
            var lines = CsvTable.Read(File.ReadAllText(file));
            var column = lines[0].Keys.ToList().IndexOf(file == controls ? "title" : "resource");
            Assert.Equal(Names.Length, lines.Count);
            Assert.Equal(
                lines.Select(line => line.ElementAt(column).Value),
                sheet.Rows.Skip(1).Take(Names.Length).Select(row => row[column]));
        }
    }

    private static byte[] Write(ReportOptions options)
    {
        var samples = Names.Select(Sample.HostileNamed).ToList();
        return (samples[0] with
        {
            Findings = [.. samples.Select(sample => sample.Findings[0])],
            Footer = samples[0].Footer with
            {
                Controls =
                [
                    .. Names.Select(name => Sample.ControlOf("1.4", name, Outcome.Fail, Outcome.Fail) with
                    {
                        Section = name,
                        Needs = name,
                        Command = name,
                        Policies = [name],
                    }),
                ],
            },
        }).WriteBytes("csv", options: options);
    }
}
