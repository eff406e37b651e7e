using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Reporting.Checking;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval check [DIR]</c>: compile policies and say what is wrong with them.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A folder with policies, frameworks and waivers; without it the bundled policies are "
                + "checked.",
        };
        var settings = CommonOptions.Settings();
        var waivers = CommonOptions.Waivers();
        var formats = CommonOptions.Many(
            "--format", "NAME[=FILE]", "What is wrong: console or sarif, to standard output or a file "
            + "[default: console]; may be repeated.");
        var command = new Command("check", "Compile policies, read waivers, and show what is wrong, with the place.")
        {
            folder, settings, waivers, formats,
        };
        command.SetAction(result => CheckRun.Run(
            host,
            new RuleFiles(
                result.GetValue(folder), result.GetValue(settings), [.. result.GetValue(waivers) ?? []]),
            ReportTarget.ParseAll(
                result.GetValue(formats) ?? [], [.. CheckFormats.All.Select(format => format.Name)],
                UsageDescriptors.UnknownCheckFormat)));
        return command;
    }
}
