using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Verifying;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// <c>policyeval verify SNAPSHOT</c>: is it what was sealed, and does anyone who is trusted vouch for it?
/// </summary>
internal static class VerifyCommand
{
    private const string Console = "console";
    private const string Json = "json";

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshot = new Argument<string>("SNAPSHOT")
        {
            Description = "A sealed snapshot: a folder or a zip.",
        };
        var trusted = SigningOptions.TrustedKeys();
        var chain = new Option<string?>("--chain")
        {
            HelpName = "DIR",
            Description =
                "A folder of snapshots: check that each names the one before it, and that this is one of them.",
        };
        var format = new Option<string?>("--format")
        {
            HelpName = "NAME",
            Description = $"{Console} or {Json} [default: {Console}].",
        };
        var command = new Command("verify", "Verify that a sealed snapshot is intact, and who signed it.")
        {
            snapshot, trusted, chain, format,
        };
        command.SetAction(result =>
        {
            var name = result.GetValue(format) ?? Console;
            if (name is not (Console or Json))
                throw UsageException.Unknown(UsageDescriptors.UnknownVerifyFormat, name, [Console, Json]);
            if (SigningOptions.OpenTrusted(host, result.GetValue(trusted) ?? []) is not { } keys)
                return ExitCodes.UnusableInput;
            var outcome = Run(
                result.GetRequiredValue(snapshot), new VerifyOptions { TrustedKeys = keys }, result.GetValue(chain),
                cancellationToken);
            Write(host, outcome, name);
            return outcome.ExitCode;
        });
        return command;
    }

    private static VerifyOutcome Run(
        string path, VerifyOptions options, string? chainFolder, CancellationToken cancellationToken)
    {
        var snapshot = SnapshotVerifier.Verify(path, options, cancellationToken);
        var chain = chainFolder is null
            ? null
            : ChainVerifier.Verify(chainFolder, options.Limits, cancellationToken);
        var problems = snapshot.Diagnostics.Concat(chain?.Diagnostics ?? [])
            .Where(diagnostic => diagnostic.Severity != SnapshotSeverity.Info)
            .Select(diagnostic => EvidenceDiagnostics.Of(diagnostic, SnapshotLabel.Alone))
            .ToList();
        if (chain is not null && chain.Links.All(link => link.Digest != snapshot.Digest))
            problems.Add(Diagnostic.Create(UsageDescriptors.NotInChain, Location.None, snapshot.Name));
        return new VerifyOutcome(snapshot, chain, [.. problems]);
    }

    private static void Write(CliHost host, VerifyOutcome outcome, string format)
    {
        if (format == Json)
        {
            using var json = new VerifyJson(host.Output);
            json.Write(outcome);
            return;
        }

        using var output = CliHost.TextOver(host.Output);
        new VerifyConsole(output, host.OutputStyle).Write(outcome);
    }
}
