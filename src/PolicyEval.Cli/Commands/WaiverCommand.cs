using System.CommandLine;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval waiver new FINDING</c>: begin a waiver.</summary>
internal static class WaiverCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("waiver", "Begin a waiver of a failure.");
        command.Subcommands.Add(CreateNew(host));
        return command;
    }

    private static Command CreateNew(CliHost host)
    {
        var finding = new Argument<string>("FINDING")
        {
            Description = "The fingerprint of a finding of --report, or its first digits; or the name of a policy.",
        };
        var resource = new Argument<string?>("RESOURCE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "With the name of a policy: the name or the ARN of the resource, or root for the root user.",
        };
        var report = CommonOptions.One("--report", "FILE", "The JSON report that has the finding.");
        var account = CommonOptions.One("--account", "ID", "The account, where that leaves several findings.");
        var folder = CommonOptions.Policies();
        var command = new Command("new", "Write a waiver of one failure, to be completed, to standard output.")
        {
            finding, resource, report, account, folder,
        };
        command.SetAction(result =>
        {
            var choice = new WaiverChoice(
                result.GetRequiredValue(finding), result.GetValue(resource), result.GetValue(account));
            return WaiverRun.Run(host, choice, result.GetValue(report), result.GetValue(folder));
        });
        return command;
    }
}
