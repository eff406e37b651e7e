using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval sign SNAPSHOT</c>: add a signature to a sealed snapshot or pack that is intact.</summary>
internal static class SignCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshot = new Argument<string>("SNAPSHOT")
        {
            Description = "A sealed snapshot, a folder or a zip; or a pack.",
        };
        var key = new Option<string>("--key")
        {
            HelpName = "FILE",
            Required = true,
            Description = "The private key that signs, as 'policyeval keygen' made it.",
        };
        var passphrase = SigningOptions.PassphraseFile();
        var command = new Command(
            "sign", "Sign a sealed snapshot or a pack. A damaged one is refused; several may sign.")
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

        if (Verify(host, path, cancellationToken) is not var (digest, signatures))
            return ExitCodes.UnusableInput;

        var keyId = key.PublicKey.KeyId;
        using var output = CliHost.TextOver(host.Output);
        if (signatures.Any(signature => signature.KeyId == keyId))
        {
            output.WriteLine($"Key {keyId} signed this already: nothing to do.");
            return ExitCodes.Success;
        }

        var result = SnapshotSignature.Add(path, digest, key, cancellationToken);
        host.Report(result.Diagnostics);
        if (!result.IsWritten)
            return ExitCodes.UnusableInput;
        output.WriteLine($"Digest       {digest}");
        output.WriteLine($"Signed by    {keyId}");
        return ExitCodes.Success;
    }

    /// <summary>The digest of what is intact, and who signed it; null after diagnostics.</summary>
    private static (string Digest, ImmutableArray<SignatureState> Signatures)? Verify(
        CliHost host, string path, CancellationToken cancellationToken)
    {
        if (Pack.IsOne(path))
        {
            var opened = Pack.Open(path, new VerifyOptions(), cancellationToken);
            host.Report(opened.Diagnostics);
            return opened.Pack is { } pack ? (pack.Digest, pack.Signatures) : null;
        }

        var verification = SnapshotVerifier.Verify(path, new VerifyOptions(), cancellationToken);
        host.Report(verification.Diagnostics);
        return verification.Verdict == VerificationVerdict.Damaged
            ? null
            : (verification.Digest, verification.Signatures);
    }
}
