using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// <c>policyeval recheck REPORT SNAPSHOT...</c> or <c>policyeval recheck PACK</c>: whether a report follows from its
/// evidence.
/// </summary>
internal static class RecheckCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var report = new Argument<string>("REPORT")
        {
            Description = "A JSON report of evaluate; or a pack, which holds report, evidence and rules.",
        };
        report.Validators.Add(CommonOptions.RefuseNameless);
        var snapshots = new Argument<string[]>("SNAPSHOT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "The snapshots that the report was made of, as they were given to evaluate.",
        };
        snapshots.Validators.Add(CommonOptions.RefuseNameless);
        var rules = new RuleOptions(hasAsOf: false);
        var all = new Option<bool>("--all")
        {
            Arity = ArgumentArity.Zero,
            Description = "The report was made with --all.",
        };
        var baseline = CommonOptions.One("--baseline", "FILE", "The baseline that the report was made with.");
        var expected = CommonOptions.One(
            "--expected-accounts", "FILE", "The list of accounts that the report was made with.");
        var command = new Command(
            "recheck", "Check a JSON report against its evidence: look every cited cell up, and derive every finding "
            + "again with the options of the report. A pack is verified too, and needs nothing beside it.")
        {
            report, snapshots,
        };
        Option[] files = [.. rules.Files, all, expected, baseline];
        RuleOptions.Add(command, [.. files, .. rules.Others]);
        command.SetAction(result =>
        {
            RefuseMissing(result.GetRequiredValue(report));
            return RecheckRun.Run(
                host,
                new RecheckOptions
                {
                    Report = result.GetRequiredValue(report),
                    Inputs = rules.InputsOf(result, [.. result.GetValue(snapshots) ?? []]),
                    Rules = rules.FilesOf(result),
                    TakesAll = result.GetValue(all),
                    ExpectedAccounts = result.GetValue(expected),
                    Baseline = result.GetValue(baseline),
                    Threads = rules.ThreadsOf(result),
                    NotOfPacks =
                    [
                        .. files.Where(option => result.GetResult(option) is { Implicit: false })
                            .Select(option => option.Name),
                    ],
                },
                cancellationToken);
        });
        return command;
    }

    // Before anything else is said of it: what is not there is neither a report nor a pack.
    private static void RefuseMissing(string path)
    {
        if (path != "-" && !Path.Exists(path))
            throw new UsageException(
                Diagnostic.Create(UsageDescriptors.NoReportOrPack, Location.InFile(path)), ExitCodes.UnusableInput);
    }
}
