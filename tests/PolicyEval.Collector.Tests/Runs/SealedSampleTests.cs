using System.Globalization;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Collector.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Runs;

/// <summary>
/// <c>snapshots/sealed</c> is what the collector writes of an invented account, byte for byte: a change of the format
/// shows here. <c>POLICYEVAL_UPDATE=1</c> writes it anew and signs it with a key that is then thrown away.
/// </summary>
public sealed class SealedSampleTests
{
    private const string PublicKeyName = "sealed.pub.pem";

    private static readonly DateTimeOffset Night = new(2026, 3, 1, 6, 15, 30, TimeSpan.Zero);

    private static readonly string Sample = Repository.PathOf("snapshots", "sealed");

    [Fact]
    public async Task The_sample_is_what_the_collector_writes()
    {
        using var folder = new TemporaryFolder();
        var collected = await CollectAsync(folder.Path);
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            Update(collected);

        Assert.Equal(Files(collected), Files(Sample));
        foreach (var file in Files(collected))
            Assert.Equal(File.ReadAllText(Path.Combine(collected, file)), File.ReadAllText(Path.Combine(Sample, file)));
    }

    [Fact]
    public void Its_sources_contradict_each_other_nowhere()
    {
        var result = Snapshot.Open(Sample);

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Snapshot!.Doubts);
    }

    private static async Task<string> CollectAsync(string output)
    {
        await using var stub = await AwsStub.StartAsync();
        stub.Freeze(Night);
        stub.TakesAnyTime = true;
        var account = stub.Management;
        account.Report = await File.ReadAllBytesAsync(
            Repository.PathOf("snapshots", "well-kept", "credential-report.csv"));
        account.GeneratedAt = new DateTimeOffset(2026, 3, 1, 6, 12, 45, TimeSpan.Zero);
        account.Users.Clear();
        account.Users.AddRange(UsersOf(account.Report));
        using var network = new RealNames(stub);
        var run = await CollectRun.OfAsync(network, new JumpingClock(Night), ["--output", output]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Empty(stub.Violations);
        return Assert.Single(run.Snapshots).Path;
    }

    private static IEnumerable<ModelUser> UsersOf(byte[] report)
    {
        var lines = System.Text.Encoding.UTF8.GetString(report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return lines.Skip(2).Select((line, index) =>
        {
            var cells = line.Split(',');
            string Cell(string name) => cells[Array.IndexOf(header, name)];
            DateTimeOffset Time(string name) => DateTimeOffset.Parse(Cell(name), CultureInfo.InvariantCulture);
            string[] keys = [.. new[] { "access_key_1", "access_key_2" }.Where(key => Cell(key + "_active") == "true")];
            return new ModelUser(Cell("user"))
            {
                CreatedAt = Time("user_creation_time"),
                HasPassword = Cell("password_enabled") == "true",
                HasMfa = Cell("mfa_active") == "true",
                AccessKeys =
                [
                    .. keys.Select(key => FormattableString.Invariant($"AKIAEXAMPLE0000{index}{key[11]}AAA")),
                ],
                KeysCreatedAt = [.. keys.Select(key => Time(key + "_last_rotated"))],
            };
        });
    }

    /// <summary>All but the signature, which is made with a key of its own each time.</summary>
    private static string[] Files(string bag) =>
    [
        .. Directory.GetFiles(bag, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(bag, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith(BagLayout.Signatures, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static void Update(string collected)
    {
        if (Directory.Exists(Sample))
            Directory.Delete(Sample, recursive: true);
        foreach (var file in Files(collected))
        {
            var target = Path.Combine(Sample, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(collected, file), target);
        }

        using var folder = new TemporaryFolder();
        const string passphrase = "thrown away with the key";
        var pair = KeyPair.Generate(passphrase);
        var path = folder.PathOf("once.key.pem");
        File.WriteAllBytes(path, pair.EncryptedPrivateKey.ToArray());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var key = SigningKey.Open(path, passphrase).Key!;
        var tagManifest = File.ReadAllBytes(Path.Combine(Sample, BagLayout.TagManifest));
        BagWriter.AddSignatures(Sample, SnapshotSignature.Sign(tagManifest, key));
        File.WriteAllBytes(Repository.PathOf("snapshots", PublicKeyName), key.PublicKey.Pem());
    }
}
