using System.CommandLine;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval evaluate SNAPSHOT...</c>.</summary>
internal static class EvaluateCommand
{
    /// <summary>The snapshots of a command that judges a whole run.</summary>
    public static Argument<string[]> Snapshots()
    {
        var snapshots = new Argument<string[]>("SNAPSHOT")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = CommonOptions.SnapshotDescription + " A folder of snapshots, at any depth, stands for the "
                + "newest of each account.",
        };
        snapshots.Validators.Add(CommonOptions.RefuseNameless);
        return snapshots;
    }

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshots = Snapshots();
        var rules = new RuleOptions();
        var run = new RunOptions();
        var formats = FormatOptions.Formats();
        var formatOptions = new FormatOptions(warns: true);
        var command = new Command("evaluate", "Evaluate snapshots and write reports.") { snapshots };
        RuleOptions.Add(
            command, [.. rules.Rules, .. run.Inputs, formats, .. formatOptions.All, .. run.Gate, .. rules.Others]);
        command.SetAction(result =>
        {
            var reports = FormatOptions.TargetsOf(result.GetValue(formats));
            var options = run.Of(result, rules, [.. result.GetValue(snapshots) ?? []]) with
            {
                Reports = reports,
                FormatOptions = formatOptions.Of(result, reports),
            };
            return EvaluateRun.Run(host, options, cancellationToken);
        });
        return command;
    }
}
