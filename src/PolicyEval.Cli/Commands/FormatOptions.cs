using System.Collections.Immutable;
using System.CommandLine;
using System.Text.RegularExpressions;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Sarif;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// What the user may choose of single formats, for every command that writes reports of an evaluation.
/// </summary>
/// <param name="warns">Whether the command has warnings and progress.</param>
internal sealed partial class FormatOptions(bool warns)
{
    private const string Console = "console";
    private const string Csv = "csv";
    private const string Sarif = "sarif";
    private const string Asff = "asff";

    private const string Full = "full";
    private const string Github = "github";

    private const string Results = "results";
    private const string Controls = "controls";

    private readonly DetailOptions _detail = new(warns);

    private readonly Option<string?> _csvView = CommonOptions.One(
        "--csv-view", "NAME", "What a line of the CSV report is about: results, every item that was tested, or "
        + "controls [default: results].");

    private readonly Option<bool> _csvMark = CommonOptions.Flag(
        "--csv-bom", "Begin the CSV report with a byte order mark, for spreadsheets that need one to see UTF-8.");

    private readonly Option<string?> _sarifProfile = CommonOptions.One(
        "--sarif-profile", "NAME", "What a SARIF log holds: full, or github, which is failures that no waiver covers, "
        + "at their policies [default: full].");

    private readonly Option<string?> _asffRegion = CommonOptions.One(
        "--asff-region", "REGION", "The region of the Security Hub that ASFF findings are for [default: us-east-1, or "
        + "the like of other partitions].");

    /// <summary>The option that asks for reports.</summary>
    public static Option<string[]> Formats()
    {
        var names = ReportFormats.All.Select(format => format.Name).ToList();
        return CommonOptions.Many(
            "--format", "NAME[=FILE]", $"A report: {string.Join(", ", names[..^1])} or {names[^1]}, to standard output "
            + $"or a file; {string.Join(", ", ReportFormats.All.Where(IsForFolders).Select(format => format.Name))} "
            + $"also to a folder, as NAME=FOLDER/ [default: {ReportFormats.Default.Name}]. May be repeated.");
    }

    /// <summary>The reports that its values ask for.</summary>
    /// <exception cref="UsageException">There is no such format, or two reports want the same place.</exception>
    public static ImmutableArray<ReportTarget> TargetsOf(string[]? formats)
    {
        var targets = ReportTarget.ParseAll(
            formats ?? [], [.. ReportFormats.All.Select(format => format.Name)], UsageDescriptors.UnknownFormat);
        return
        [
            .. targets.Select(target => target with { TakesFolder = IsForFolders(ReportFormats.Find(target.Format)!) }),
        ];
    }

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [.. _detail.All, _csvView, _csvMark, _sarifProfile, _asffRegion];

    /// <summary>What the user chose.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="reports">The reports that it asks for.</param>
    /// <exception cref="UsageException">
    /// There is no such choice, it contradicts another, or it is about a format that is not written.
    /// </exception>
    public ReportOptions Of(ParseResult result, ImmutableArray<ReportTarget> reports)
    {
        var detail = _detail.Of(result);
        foreach (var (option, format) in Abouts())
        {
            if (result.GetResult(option) is { Implicit: false } && !reports.Any(report => report.Format == format))
                throw UsageException.Of(UsageDescriptors.OptionWithoutEffect, option.Name, format);
        }

        return new ReportOptions
        {
            Detail = detail,
            FailuresOnly = result.GetValue(_detail.FailuresOnly),
            CsvView = ViewOf(result.GetValue(_csvView)),
            CsvMark = result.GetValue(_csvMark),
            SarifProfile = ProfileOf(result.GetValue(_sarifProfile)),
            AsffRegion = RegionOf(result.GetValue(_asffRegion)),
        };
    }

    /// <summary>The options that change one format and nothing else.</summary>
    private IEnumerable<(Option Option, string Format)> Abouts()
    {
        if (!_detail.Warns)
            yield return (_detail.Quiet, Console);
        yield return (_detail.Verbose, Console);
        yield return (_detail.FailuresOnly, Console);
        yield return (_csvView, Csv);
        yield return (_csvMark, Csv);
        yield return (_sarifProfile, Sarif);
        yield return (_asffRegion, Asff);
    }

    private static bool IsForFolders(ReportFormat format) => format.CreateInFolder is not null;

    private static CsvView ViewOf(string? name) => name switch
    {
        null or Results => CsvView.Results,
        Controls => CsvView.Controls,
        _ => throw UsageException.Unknown(UsageDescriptors.UnknownCsvView, name, [Results, Controls]),
    };

    // It becomes a part of an ARN.
    private static string? RegionOf(string? name) => name is null || Region().IsMatch(name)
        ? name
        : throw UsageException.Of(UsageDescriptors.NoRegion, name);

    [GeneratedRegex(@"^[a-z]{2,}(-[a-z]+)+-[0-9]+\z")]
    private static partial Regex Region();

    private static SarifProfile ProfileOf(string? name) => name switch
    {
        null or Full => SarifProfile.Full,
        Github => SarifProfile.Github,
        _ => throw UsageException.Unknown(UsageDescriptors.UnknownSarifProfile, name, [Full, Github]),
    };
}
