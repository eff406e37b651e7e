using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Reporting.Periods;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval period DIR --from T --to T</c>: what the snapshots of a period say together.</summary>
internal static class PeriodCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A folder with snapshots, at any depth: sealed ones, zips, and folders with the outputs of "
                + "the AWS CLI.",
        };
        var from = Instant("--from", "The first instant of the period (RFC 3339, or a date: its begin in UTC).");
        var to = Instant("--to", "The first instant behind the period (RFC 3339, or a date: its end in UTC).");
        var rules = new RuleOptions(hasAsOf: false);
        var formats = CommonOptions.Many(
            "--format", "NAME[=FILE]", "The result: console or json, to standard output or a file "
            + "[default: console].");
        var command = new Command(
            "period",
            "Show what the snapshots of a period say together: days with and without evidence, and each failure with "
            + "when it was first seen and when it was fixed.")
        {
            folder, from, to,
        };
        RuleOptions.Add(command, [.. rules.Rules, formats, .. rules.Others]);
        command.SetAction(result =>
        {
            using var progress = host.ShowProgress();
            return new PeriodRun(host.With(progress), progress, cancellationToken)
            {
                Folder = result.GetRequiredValue(folder),
                From = result.GetRequiredValue(from),
                To = result.GetRequiredValue(to),
                Inputs = rules.InputsOf(result, []),
                Rules = rules.FilesOf(result),
                Request = rules.RequestOf(result),
                Threads = rules.ThreadsOf(result),
                Reports = ReportTarget.ParseAll(
                    result.GetValue(formats) ?? [], [.. PeriodFormats.All.Select(format => format.Name)],
                    UsageDescriptors.NoSuchFormat),
            }.Run();
        });
        return command;
    }

    private static Option<string> Instant(string name, string description) =>
        new(name) { HelpName = "TIME", Description = description, Required = true };
}
