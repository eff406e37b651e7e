using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Reporting.Comparing;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval diff OLD NEW</c>: what changed between two snapshots or two reports.</summary>
internal static class DiffCommand
{
    private const string New = "new";

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var old = Input("OLD", "What was before: a snapshot, or a JSON report of evaluate.");
        var current = Input("NEW", "What is now: the same kind of thing.");
        var rules = new RuleOptions(whoseAges: "the ages of both sides");
        var formats = CommonOptions.Many(
            "--format", "NAME[=FILE]", "The differences: console, json or markdown, to standard output or a file "
            + "[default: console].");
        var failOn = CommonOptions.One(
            "--fail-on", New, "Give exit code 1 for failures that were not there before and that no waiver covers; "
            + "2 where something is newly undecided or out of sight.");
        var command = new Command(
            "diff",
            "Show what changed between two snapshots or reports: new, fixed, out of sight, from other evidence.")
        {
            old, current,
        };
        RuleOptions.Add(command, [.. rules.Rules, formats, failOn, .. rules.Others]);
        command.SetAction(result => DiffRun.Run(
            host,
            new DiffOptions
            {
                Old = result.GetRequiredValue(old),
                New = result.GetRequiredValue(current),
                Inputs = rules.InputsOf(result, [result.GetRequiredValue(old), result.GetRequiredValue(current)]),
                Rules = rules.FilesOf(result),
                GivenRules = [.. rules.GivenIn(result)],
                Request = rules.RequestOf(result),
                Threads = rules.ThreadsOf(result),
                FailsOnNew = IsNew(result.GetValue(failOn)),
                Reports = ReportTarget.ParseAll(
                    result.GetValue(formats) ?? [], [.. ComparisonFormats.All.Select(format => format.Name)],
                    UsageDescriptors.UnknownDiffFormat),
            },
            cancellationToken));
        return command;
    }

    private static Argument<string> Input(string name, string description)
    {
        var input = new Argument<string>(name) { Description = description };
        input.Validators.Add(CommonOptions.RefuseNameless);
        return input;
    }

    private static bool IsNew(string? text) => text switch
    {
        null => false,
        New => true,
        _ => throw UsageException.Of(UsageDescriptors.WrongUsage, $"--fail-on of diff takes {New}, not '{text}'"),
    };
}
