using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Cli.Commands;

/// <summary>The options about keys, and the keys that they name. What is wrong goes to standard error.</summary>
internal static class SigningOptions
{
    public static Option<string?> PassphraseFile() => new("--passphrase-file")
    {
        HelpName = "FILE",
        Description = $"A file with the passphrase of the private key [default: the variable {Passphrase.Variable}].",
    };

    public static Option<string[]> TrustedKeys() => new("--trusted-key")
    {
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        Description = "A public key whose signature counts; may be repeated. Keys inside of a snapshot never count.",
    };

    public static Option<bool> RequireSignature() => new("--require-signature")
    {
        Arity = ArgumentArity.Zero,
        Description = "Refuse (exit code 3) a snapshot that no --trusted-key signed.",
    };

    /// <summary>The passphrase, or null.</summary>
    public static string? ReadPassphrase(CliHost host, string? file)
    {
        var result = Passphrase.Read(file, host.Passphrase);
        host.Report(result.Diagnostics);
        return result.Value;
    }

    /// <summary>The private key, or null.</summary>
    public static SigningKey? OpenKey(CliHost host, string path, string? passphraseFile)
    {
        if (ReadPassphrase(host, passphraseFile) is not { } passphrase)
            return null;
        var result = SigningKey.Open(path, passphrase);
        host.Report(result.Diagnostics);
        return result.Key;
    }

    /// <summary>All public keys, or null where one of them is none.</summary>
    public static ImmutableArray<PublicKey>? OpenTrusted(CliHost host, IEnumerable<string> paths)
    {
        var results = paths.Select(PublicKey.Open).ToList();
        host.Report(results.SelectMany(result => result.Diagnostics));
        return results.Exists(result => result.Key is null) ? null : [.. results.Select(result => result.Key!)];
    }
}
