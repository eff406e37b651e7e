using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval keygen NAME</c>: make a key pair for signatures.</summary>
internal static class KeygenCommand
{
    public static Command Create(CliHost host)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "Where to put the key: NAME.key.pem and NAME.pub.pem are made.",
        };
        var passphrase = SigningOptions.PassphraseFile();
        var command = new Command("keygen", "Make a key pair to sign snapshots with (ECDSA P-256).")
        {
            name, passphrase,
        };
        command.SetAction(result => Run(host, result.GetRequiredValue(name), result.GetValue(passphrase)));
        return command;
    }

    private static int Run(CliHost host, string name, string? passphraseFile)
    {
        if (Path.GetFileName(name).Length == 0)
            throw UsageException.Of(UsageDescriptors.WrongUsage, $"'{name}' names no file");
        var privatePath = name + SigningKey.Ending;
        var publicPath = name + PublicKey.Ending;
        foreach (var path in (string[])[privatePath, publicPath])
        {
            if (Path.Exists(path))
                throw UsageException.Of(UsageDescriptors.OutputExists, path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(name))))
            throw UsageException.Of(UsageDescriptors.OutputFolderMissing, name);
        if (SigningOptions.ReadPassphrase(host, passphraseFile) is not { } passphrase)
            return ExitCodes.UnusableInput;

        var pair = KeyPair.Generate(passphrase);
        NewFile.Write(privatePath, pair.EncryptedPrivateKey.Span, isPrivate: true);
        try
        {
            NewFile.Write(publicPath, pair.PublicKey.Pem(), isPrivate: false);
        }
        catch
        {
            // Half a pair is of no use, and its name would be taken.
            File.Delete(privatePath);
            throw;
        }

        using var output = CliHost.TextOver(host.Output);
        output.WriteLine($"Private key  {privatePath} (encrypted: keep it and its passphrase in different places)");
        output.WriteLine($"Public key   {publicPath} (give it to whoever verifies, by a way that they trust)");
        output.WriteLine($"Key id       {pair.PublicKey.KeyId}");
        return ExitCodes.Success;
    }
}
