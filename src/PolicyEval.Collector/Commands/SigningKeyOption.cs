using System.Collections.Immutable;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Collector.Commands;

/// <summary>Opens the key of <c>--sign-key</c>, before AWS is asked anything.</summary>
internal static class SigningKeyOption
{
    /// <summary>The key, or null where none was named.</summary>
    /// <param name="host">Has the environment, and is told what is doubtful about the key.</param>
    /// <param name="path">The key's file, or null.</param>
    /// <param name="passphraseFile">The passphrase's file, or null.</param>
    /// <exception cref="CollectException">It cannot be used.</exception>
    public static SigningKey? Open(CollectorHost host, string? path, string? passphraseFile)
    {
        if (path is null)
        {
            return passphraseFile is null
                ? null
                : throw CollectException.Usage(CollectDescriptors.OptionNeeds, "--passphrase-file", "--sign-key");
        }

        var passphrase = Passphrase.Read(passphraseFile, host.Variable(Passphrase.Variable));
        if (passphrase.Value is not { } secret)
        {
            throw passphraseFile is null
                ? CollectException.Nothing(CollectDescriptors.BadSigningKey, path, Text(passphrase.Diagnostics))
                : CollectException.Nothing(
                    CollectDescriptors.BadPassphrase, passphraseFile, Text(passphrase.Diagnostics));
        }

        var opened = SigningKey.Open(path, secret);
        if (opened.Key is null)
            throw CollectException.Nothing(CollectDescriptors.BadSigningKey, path, Text(opened.Diagnostics));
        host.Report(opened.Diagnostics);
        return opened.Key;
    }

    private static string Text(ImmutableArray<SnapshotDiagnostic> diagnostics) =>
        string.Join("; ", diagnostics.Select(diagnostic => diagnostic.Message.TrimEnd('.')));
}
