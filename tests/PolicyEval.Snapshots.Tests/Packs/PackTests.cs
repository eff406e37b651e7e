using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Tests.Signatures;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Packs;

/// <summary>Packs: made, opened, and refused where anything in them is not as it was sealed.</summary>
public sealed class PackTests : IDisposable
{
    private static readonly string[] Samples = ["sealed", "neglected", "well-kept/credential-report.csv"];

    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_opened_is_what_was_packed()
    {
        var snapshots = Samples.Select(OpenSample).ToArray();

        var opened = Pack.Open(Write(), new VerifyOptions());

        Assert.Empty(opened.Diagnostics);
        var pack = opened.Pack!;
        Assert.Equal(
            snapshots.Select(s => (s.Name, s.Snapshot!.Digest)), pack.Snapshots.Select(s => (s.Name, s.Snapshot!.Digest)));
        Assert.Equal(
            snapshots.SelectMany(s => s.Snapshot!.Files), pack.Snapshots.SelectMany(s => s.Snapshot!.Files));
        Assert.Equal("{}", Encoding.UTF8.GetString(pack.FileOf(PackedFileKind.Results)!.Bytes.Span));
        Assert.Equal("waivers/our own.yaml", pack.FileOf(PackedFileKind.Waivers)!.Name);
        Assert.Equal("policyeval 9.9.9", pack.Producer);
    }

    [Fact]
    public void The_same_gives_the_same_bytes_and_a_folder_opens_as_the_zip_does()
    {
        var (first, second) = (Write("a"), Write("b"));
        Assert.Equal(
            ForgedPack.FilesOf(first).Select(file => (file.Key, Convert.ToHexString(file.Value))),
            ForgedPack.FilesOf(second).Select(file => (file.Key, Convert.ToHexString(file.Value))));

        var unpacked = _folder.PathOf("unpacked");
        foreach (var (path, bytes) in ForgedPack.FilesOf(first))
            _folder.Write(Path.Combine("unpacked", path), bytes);

        var (zip, folder) = (Pack.Open(first, new VerifyOptions()).Pack!, Pack.Open(unpacked, new VerifyOptions()).Pack!);
        Assert.Equal((zip.Digest, 64), (folder.Digest, folder.Digest.Length));
    }

    [Fact]
    public void Signatures_are_checked_by_the_keys_that_the_user_names()
    {
        var key = TestKeys.AliceKey;
        var path = Write(key: key);
        var trusting = new VerifyOptions { TrustedKeys = [key.PublicKey], RequireSignature = true };

        Assert.True(Pack.Open(path, trusting).Pack!.Signatures.Single().IsTrusted);
        Assert.False(Pack.Open(path, new VerifyOptions()).Pack!.Signatures.Single().IsTrusted);
        Assert.Equal(["PE4117"], IdsOf(Pack.Open(Write("unsigned"), trusting)));
    }

    [Theory]
    [InlineData("data/results.json", "PE6087")]
    [InlineData("data/waivers/our_own.yaml", "PE6087")]
    [InlineData("data/snapshots/neglected/credential-report.csv", "PE6087")]
    [InlineData("pack.json", "PE6087")]
    [InlineData("VERIFY.txt", "PE6087")]
    [InlineData("manifest-sha256.txt", "PE6087")]
    public void A_changed_file_is_found(string path, string id)
    {
        var folder = _folder.PathOf("unpacked");
        foreach (var (name, bytes) in ForgedPack.FilesOf(Write()))
            _folder.Write(Path.Combine("unpacked", name), name == path ? [.. bytes, (byte)' '] : bytes);

        var opened = Pack.Open(folder, new VerifyOptions());

        Assert.Null(opened.Pack);
        Assert.Contains(id, IdsOf(opened));
        Assert.Contains(opened.Diagnostics, d => d.File == path);
    }

    [Theory]
    [InlineData("pack.json", "pack/1", "pack/2", "PE6172")]
    [InlineData("pack.json", "\"form\": \"folder\"", "\"form\": \"tree\"", "PE6172")]
    [InlineData("pack.json", "\"kind\": \"results\"", "\"kind\": \"waivers\"", "PE6172")]
    [InlineData("pack.json", "\"kind\": \"report\"", "\"kind\": \"results\"", "PE6172")]
    [InlineData("pack.json", "data/results.json", "data/absent.json", "PE6172")]
    [InlineData("pack.json", "data/results.json", "VERIFY.txt", "PE6172")]
    [InlineData("pack.json", "data/snapshots/neglected/", "data/snapshots/neglect", "PE6172")]
    [InlineData("pack.json", "\"tree\": false", "\"tree\": 0", "PE6172")]
    [InlineData("pack.json", "\"snapshots\"", "\"evidence\"", "PE6172")]
    [InlineData("pack.json", "\"digest\": \"", "\"digest\": \"0", "PE6173")]
    [InlineData("data/snapshots/credential-report_csv/credential-report.csv", "false", "FALSE", "PE6173")]
    [InlineData("data/snapshots/neglected/other.json", "", "{}", "PE6172")]
    [InlineData("data/extra.txt", "", "of nobody", "PE6172")]
    public void What_a_forger_makes_right_again_is_found_too(string path, string old, string other, string id)
    {
        var forged = ForgedPack.Change(
            Write(), _folder.PathOf("forged.zip"), path, text => old.Length == 0 ? other : text.Replace(old, other));

        var opened = Pack.Open(forged, new VerifyOptions());

        Assert.Null(opened.Pack);
        Assert.Contains(id, IdsOf(opened));
    }

    [Fact]
    public void A_damaged_snapshot_inside_is_found_though_the_pack_is_whole()
    {
        const string Inner = "data/snapshots/111122223333/2026-03-01T061530Z.zip";
        var forged = ForgedPack.ChangeBytes(Write(), _folder.PathOf("forged.zip"), Inner, bytes =>
        {
            var place = bytes.AsSpan().IndexOf("arn:aws:iam"u8);
            bytes[place] ^= 1;
            return bytes;
        });

        var opened = Pack.Open(forged, new VerifyOptions());

        Assert.Null(opened.Pack);
        Assert.Contains("PE6081", IdsOf(opened));
    }

    [Fact]
    public void A_snapshot_is_no_pack_and_a_pack_no_snapshot()
    {
        var (snapshot, pack) = (Repository.PathOf("snapshots", "sealed"), Write());

        Assert.Equal((false, true), (Pack.IsOne(snapshot), Pack.IsOne(pack)));
        Assert.Equal(["PE6171"], IdsOf(Pack.Open(snapshot, new VerifyOptions())));
        Assert.Equal("PE6170", Assert.Single(Snapshot.Open(pack).Diagnostics).Id);
        Assert.Equal(VerificationVerdict.Damaged, SnapshotVerifier.Verify(pack, new VerifyOptions()).Verdict);
    }

    [Fact]
    public void A_snapshot_that_changes_before_it_is_packed_is_refused()
    {
        var copy = _folder.PathOf("copy");
        foreach (var file in Directory.GetFiles(Repository.PathOf("snapshots", "sealed"), "*", SearchOption.AllDirectories))
            _folder.Write(
                Path.Combine("copy", Path.GetRelativePath(Repository.PathOf("snapshots", "sealed"), file)),
                File.ReadAllBytes(file));
        var inputs = new PackInputs { Producer = "policyeval 9.9.9", Snapshots = [Snapshot.Open(copy)] };
        File.AppendAllText(Path.Combine(copy, BagLayout.TagManifest), " ");

        var result = PackDraft.Create(inputs);

        Assert.Null(result.Draft);
        Assert.Equal("PE6174", Assert.Single(result.Diagnostics).Id);
    }

    private static SnapshotResult OpenSample(string name) => Snapshot.Open(Repository.PathOf("snapshots", name));

    private static IEnumerable<string> IdsOf(PackResult result) => result.Diagnostics.Select(d => d.Id);

    private string Write(string name = "pack", SigningKey? key = null)
    {
        var created = PackDraft.Create(new PackInputs
        {
            Producer = "policyeval 9.9.9",
            Snapshots = [.. Samples.Select(OpenSample)],
            Files = [new(PackedFileKind.Waivers, "waivers/our own.yaml", "{}"u8.ToArray())],
        });
        var target = _folder.PathOf(name + ".zip");
        var written = created.Draft!.With("{}"u8.ToArray(), "<p>"u8.ToArray()).Write(target, key);
        Assert.True(written.IsWritten, string.Join('\n', written.Diagnostics));
        return target;
    }
}
