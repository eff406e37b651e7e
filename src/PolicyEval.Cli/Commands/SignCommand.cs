using System.CommandLine;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval sign SNAPSHOT</c>: add a signature to a sealed snapshot that is intact.</summary>
internal static class SignCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshot = new Argument<string>("SNAPSHOT")
        {
            Description = "A sealed snapshot: a folder or a zip.",
        };
        var key = new Option<string>("--key")
        {
            HelpName = "FILE",
            Required = true,
            Description = "The private key that signs, as 'policyeval keygen' made it.",
        };
        var passphrase = SigningOptions.PassphraseFile();
        var command = new Command("sign", "Sign a sealed snapshot. A damaged one is refused; several may sign.")
        {
            snapshot, key, passphrase,
        };
        command.SetAction(result => Run(
            host, result.GetRequiredValue(snapshot), result.GetRequiredValue(key), result.GetValue(passphrase),
            cancellationToken));
        return command;
    }

    private static int Run(
        CliHost host, string path, string keyPath, string? passphraseFile, CancellationToken cancellationToken)
    {
        using var key = SigningOptions.OpenKey(host, keyPath, passphraseFile);
        if (key is null)
            return ExitCodes.UnusableInput;

        var verification = SnapshotVerifier.Verify(path, new VerifyOptions(), cancellationToken);
        host.Report(verification.Diagnostics);
        if (verification.Verdict == VerificationVerdict.Damaged)
            return ExitCodes.UnusableInput;

        var keyId = key.PublicKey.KeyId;
        using var output = CliHost.TextOver(host.Output);
        if (verification.Signatures.Any(signature => signature.KeyId == keyId))
        {
            output.WriteLine($"Key {keyId} signed this snapshot already: nothing to do.");
            return ExitCodes.Success;
        }

        var result = SnapshotSignature.Add(path, verification.Digest, key, cancellationToken);
        host.Report(result.Diagnostics);
        if (!result.IsWritten)
            return ExitCodes.UnusableInput;
        output.WriteLine($"Digest       {verification.Digest}");
        output.WriteLine($"Signed by    {keyId}");
        return ExitCodes.Success;
    }
}
