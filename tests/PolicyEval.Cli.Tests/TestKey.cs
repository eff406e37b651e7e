using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests;

/// <summary>Keys of this run, made once, and their files in a test's folder.</summary>
internal static class TestKey
{
    public const string Passphrase = "correct horse battery staple";

    public static KeyPair Alice { get; } = KeyPair.Generate(Passphrase);

    public static KeyPair Bob { get; } = KeyPair.Generate(Passphrase);

    /// <summary>Writes the private key, which others may not read.</summary>
    public static string WritePrivate(this TemporaryFolder folder, KeyPair pair, string name)
    {
        var path = folder.Write(name + SigningKey.Ending, pair.EncryptedPrivateKey.ToArray());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>Writes the public key.</summary>
    public static string WritePublic(this TemporaryFolder folder, KeyPair pair, string name) =>
        folder.Write(name + PublicKey.Ending, pair.PublicKey.Pem());
}
