using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Sampling;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval sample REPORT</c>: some of what was tested for a control, with its cells, as CSV.</summary>
internal static class SampleCommand
{
    private const int SizeMax = 1_000_000;

    public static Command Create(CliHost host)
    {
        var report = new Argument<string>("REPORT") { Description = "A JSON report of evaluate." };
        report.Validators.Add(CommonOptions.RefuseNameless);
        var control = new Option<string>("--control")
        {
            HelpName = "ID",
            Required = true,
            Description = "The control, such as 1.10, or cis_v130/1.10 where the report has several frameworks.",
        };
        var size = CommonOptions.One("--size", "N", "How many items are drawn [default: 25].");
        var seed = CommonOptions.One(
            "--seed", "N", "Any whole number: the same one draws the same items [default: 1].");
        var command = new Command(
            "sample", "Draw an auditor's sample of what was tested for a control, passes too, as CSV with every cell.")
        {
            report, control, size, seed,
        };
        command.SetAction(result => Run(
            host,
            result.GetRequiredValue(report),
            result.GetRequiredValue(control),
            (int)NumberOf("--size", result.GetValue(size), 25, 1, SizeMax),
            NumberOf("--seed", result.GetValue(seed), 1, long.MinValue, long.MaxValue)));
        return command;
    }

    private static int Run(CliHost host, string path, string control, int size, long seed)
    {
        var saved = SavedReport.Load(path, SavedReport.Read(path));
        var name = NameOf(saved, control);
        var population = saved.Findings.Where(finding => finding.Controls.Contains(name)).ToImmutableArray();
        var sample = FindingSample.Draw(population, size, seed);
        var writer = ReportFormats.Find("csv")!.Create(host.Output, host.OutputStyle, ReportOptions.Default);
        var findings = sample.Select(finding => finding with { Controls = [name] }).ToImmutableArray();
        new EvaluationResult(saved.Header, findings, saved.Footer).Replay(writer);
        using var error = host.ErrorText();
        error.WriteLine(
            $"{sample.Length} of {population.Length} items tested for {SafeText.Of(name)}, seed {seed}");
        return ExitCodes.Success;
    }

    /// <summary>The control as findings name it.</summary>
    /// <exception cref="UsageException">The report has no such control, or several.</exception>
    private static string NameOf(EvaluationResult report, string control)
    {
        var names = report.Footer.Controls.Where(c => !c.Policies.IsEmpty)
            .Select(c => $"{c.Framework}/{c.Id}").ToList();
        var meant = names.Where(n => n == control || n.EndsWith("/" + control, StringComparison.Ordinal)).ToList();
        return meant switch
        {
            [var only] => only,
            [] => throw UsageException.Unknown(UsageDescriptors.NoSuchSampledControl, control, names),
            _ => throw UsageException.Of(
                UsageDescriptors.WrongUsage,
                $"--control '{control}' is one of {string.Join(", ", meant)}: name it whole"),
        };
    }

    private static long NumberOf(string option, string? text, long standard, long least, long most)
    {
        if (text is null)
            return standard;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw UsageException.Of(
                UsageDescriptors.WrongUsage,
                FormattableString.Invariant($"{option} takes a whole number from {least} to {most}, not '{text}'"));
    }
}
