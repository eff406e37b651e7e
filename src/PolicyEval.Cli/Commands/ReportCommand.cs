using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Cli.Outputs;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// <c>policyeval report RESULTS.json</c>: a saved result in other formats, without snapshot and policies. The formats
/// have the bytes that <c>evaluate</c> would have given them.
/// </summary>
internal static class ReportCommand
{
    public static Command Create(CliHost host)
    {
        var results = new Argument<string>("RESULTS") { Description = "A JSON report of evaluate." };
        results.Validators.Add(CommonOptions.RefuseNameless);
        var formats = FormatOptions.Formats();
        var formatOptions = new FormatOptions(warns: false);
        var command = new Command("report", "Write a saved result in other formats, without snapshot and policies.")
        {
            results, formats,
        };
        foreach (var option in formatOptions.All)
            command.Add(option);
        command.SetAction(result =>
        {
            var targets = FormatOptions.TargetsOf(result.GetValue(formats));
            return Run(host, result.GetRequiredValue(results), targets, formatOptions.Of(result, targets));
        });
        return command;
    }

    private static int Run(
        CliHost host, string path, ImmutableArray<ReportTarget> targets, ReportOptions options)
    {
        foreach (var target in targets)
            target.RefuseInputs([path], policies: null);

        // Whole first: what is wrong at its end must not leave half a report on standard output.
        var saved = SavedReport.Load(path, SavedReport.Read(path));
        using var outputs = ReportOutputs.Open(host, targets, options);
        saved.Replay(outputs.Sink);
        outputs.Keep();
        return ExitCodes.Success;
    }
}
