using System.CommandLine;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval pack SNAPSHOT... --output FILE</c>: evidence, rules and results in one sealed file.</summary>
internal static class PackCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshots = EvaluateCommand.Snapshots();
        var rules = new RuleOptions();
        var run = new RunOptions();
        var output = new Option<string>("--output")
        {
            HelpName = "FILE",
            Required = true,
            Description = "The zip to make; what is there already is never replaced.",
        };
        var key = new Option<string?>("--sign-key") { HelpName = "FILE", Description = "A private key that signs it." };
        var passphrase = SigningOptions.PassphraseFile();
        var command = new Command(
            "pack", "Evaluate snapshots, and seal them with the rules and the results in one zip to hand over. It ends "
            + "in 0 when that is made, whatever the verdicts; 'policyeval recheck' takes it alone.")
        {
            snapshots, output,
        };
        RuleOptions.Add(
            command, [.. rules.Rules, .. run.Inputs, .. run.Gate, key, passphrase, .. rules.Others]);
        command.SetAction(result => PackRun.Run(
            host,
            new PackOptions(
                run.Of(result, rules, [.. result.GetValue(snapshots) ?? []]),
                result.GetRequiredValue(output),
                result.GetValue(key),
                result.GetValue(passphrase)),
            cancellationToken));
        return command;
    }
}
