using System.CommandLine;
using System.Globalization;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval seal FOLDER|CSV</c>: make a snapshot of evidence that was gathered by hand.</summary>
internal static class SealCommand
{
    private const string DefaultOutput = "snapshots";
    private const int TextMax = 1000;

    // With a zone, always: a time without one is a different instant on every machine.
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var evidence = new Argument<string>("EVIDENCE")
        {
            Description = "A credential report (CSV or JSON), or a folder with the outputs of the AWS CLI.",
        };
        var by = new Option<string>("--asserted-by")
        {
            HelpName = "TEXT",
            Required = true,
            Description = "Who vouches for the evidence: a name, a role, an address.",
        };
        var at = new Option<string>("--asserted-at")
        {
            HelpName = "TIME",
            Required = true,
            Description = "When they do: RFC 3339 with a zone, such as 2026-01-31T09:30:00Z.",
        };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "How it was gathered." };
        var output = new Option<string?>("--output")
        {
            HelpName = "DIR",
            Description = $"The folder of all snapshots [default: {DefaultOutput}].",
        };
        var zip = new Option<bool>("--zip")
        {
            Arity = ArgumentArity.Zero,
            Description = "Make one zip instead of a folder.",
        };
        var key = new Option<string?>("--sign-key") { HelpName = "FILE", Description = "A private key that signs it." };
        var passphrase = SigningOptions.PassphraseFile();
        var command = new Command("seal", "Make a sealed snapshot of evidence that was gathered by hand.")
        {
            evidence, by, at, note, output, zip, key, passphrase,
        };
        command.SetAction(result => Run(
            host,
            result.GetRequiredValue(evidence),
            new SnapshotAssertion(
                TextOf("--asserted-by", result.GetRequiredValue(by), isNeeded: true),
                TimeOf(result.GetRequiredValue(at)),
                TextOf("--note", result.GetValue(note) ?? "", isNeeded: false)),
            result.GetValue(output) is { Length: > 0 } folder ? folder : DefaultOutput,
            result.GetValue(zip) ? BagForm.Zip : BagForm.Folder,
            result.GetValue(key),
            result.GetValue(passphrase),
            cancellationToken));
        return command;
    }

    private static int Run(
        CliHost host,
        string path,
        SnapshotAssertion assertion,
        string output,
        BagForm form,
        string? keyPath,
        string? passphraseFile,
        CancellationToken cancellationToken)
    {
        using var key = keyPath is null ? null : SigningOptions.OpenKey(host, keyPath, passphraseFile);
        if (keyPath is not null && key is null)
            return ExitCodes.UnusableInput;

        var options = new SealOptions { Form = form, Key = key };
        var result = AssertedSnapshot.Seal(
            path, assertion, $"policyeval {ToolVersion.Current}", output, options, cancellationToken);
        host.Report(result.Diagnostics);
        if (!result.IsWritten)
            return ExitCodes.UnusableInput;

        WrittenFile.Say(
            host, result.Target, result.Digest,
            () => Write(host, result.Target, result.Digest, key?.PublicKey.KeyId));
        return ExitCodes.Success;
    }

    private static void Write(CliHost host, string target, string digest, string? keyId)
    {
        using var text = CliHost.TextOver(host.Output);
        text.WriteLine($"Snapshot     {target}");
        text.WriteLine($"Digest       {digest}");
        text.WriteLine($"Signed by    {keyId ?? "nobody: note the digest, or run 'policyeval sign'"}");
    }

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            ? time.ToUniversalTime()
            : throw UsageException.Of(
                UsageDescriptors.BadAssertionTime, $"'{text}' is no RFC 3339 time with a zone");

    private static string TextOf(string option, string text, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
            throw UsageException.Of(UsageDescriptors.WrongUsage, $"{option} says nothing");
        return text.Length <= TextMax && !text.Any(char.IsControl)
            ? text.Trim()
            : throw UsageException.Of(
                UsageDescriptors.WrongUsage, $"{option} takes one line of at most {TextMax} characters");
    }
}
