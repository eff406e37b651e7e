using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Signatures;

/// <summary>Keys of this run, made once, since to make and to open one takes its time.</summary>
internal static class TestKeys
{
    public const string Passphrase = "correct horse battery staple";

    public static KeyPair Alice { get; } = KeyPair.Generate(Passphrase);

    public static SigningKey AliceKey { get; } = Open(Alice);

    public static SigningKey BobKey { get; } = Open(KeyPair.Generate(Passphrase));

    public static ReadOnlyMemory<byte> TagManifest { get; } = Encoding.ASCII.GetBytes(
        $"{new string('a', 64)}  bag-info.txt\n{new string('b', 64)}  bagit.txt\n");

    public static IReadOnlyList<BagFile> SignedBy(params IEnumerable<SigningKey> keys) =>
        [.. keys.SelectMany(key => SnapshotSignature.Sign(TagManifest, key))];

    private static SigningKey Open(KeyPair pair)
    {
        var diagnostics = KeyFile.Diagnostics();
        return SigningKey.Parse(new Source("a.key.pem", pair.EncryptedPrivateKey), Passphrase, diagnostics)
            ?? throw new InvalidOperationException(string.Join('\n', diagnostics.ToImmutable()));
    }
}
