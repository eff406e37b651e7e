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
                "A folder of snapshots: check that each names the one before it, and that this is one of them. Of the "
                + "others only the links (tag files) are read: verify each by itself. That the newest was deleted "
                + "cannot be seen: compare its digest with the one that you noted.",
        };
        var format = CommonOptions.Format();
        var command = new Command("verify", "Verify that a sealed snapshot is intact, and who signed it.")
        {
            snapshot, trusted, chain, format,
        };
        command.SetAction(result =>
        {
            var asJson = CommonOptions.IsJson(result.GetValue(format));
            if (SigningOptions.OpenTrusted(host, result.GetValue(trusted) ?? []) is not { } keys)
                return ExitCodes.UnusableInput;
            var outcome = Run(
                result.GetRequiredValue(snapshot), new VerifyOptions { TrustedKeys = keys }, result.GetValue(chain),
                cancellationToken);
            Write(host, outcome, asJson);
            return outcome.ExitCode;
        });
        return command;
    }

    private static VerifyOutcome Run(
        string path, VerifyOptions options, string? chainFolder, CancellationToken cancellationToken)
    {
        var snapshot = SnapshotVerifier.Verify(path, options, cancellationToken);
        var isFolder = chainFolder is null || Directory.Exists(chainFolder);
        var chain = chainFolder is null ? null
            : isFolder ? ChainVerifier.Verify(chainFolder, options.Limits, cancellationToken)
            : new ChainVerification([], [], IsWhole: false);
        var problems = snapshot.Diagnostics.Concat(chain?.Diagnostics ?? [])
            .Where(diagnostic => diagnostic.Severity != SnapshotSeverity.Info)
            .Select(diagnostic => EvidenceDiagnostics.Of(diagnostic, SnapshotLabel.Alone))
            .ToList();
        if (!isFolder)
            problems.Add(Diagnostic.Create(UsageDescriptors.NoChainFolder, Location.None, chainFolder!));
        else if (IsMissing(snapshot, chain))
            problems.Add(Diagnostic.Create(UsageDescriptors.NotInChain, Location.None, snapshot.Name));
        return new VerifyOutcome(snapshot, chain, [.. problems]);
    }

    // Where either cannot be read there is an error already, and nothing to look for.
    private static bool IsMissing(SnapshotVerification snapshot, ChainVerification? chain) =>
        snapshot.Digest.Length > 0
        && chain is { Links.IsEmpty: false }
        && chain.Links.All(link => link.Digest != snapshot.Digest);

    private static void Write(CliHost host, VerifyOutcome outcome, bool asJson)
    {
        if (asJson)
        {
            using var json = new VerifyJson(host.Output);
            json.Write(outcome);
            return;
        }

        using var output = CliHost.TextOver(host.Output);
        new VerifyConsole(output, host.OutputStyle).Write(outcome);
    }
}
