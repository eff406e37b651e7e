using System.Text;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class BagContentTests
{
    [Fact]
    public void Both_manifests_list_their_files_sorted_and_the_digest_is_the_sha256_of_the_second()
    {
        var bag = SampleBag.Sealed;
        var manifest = TextOf(bag, "manifest-sha256.txt");
        var tagManifest = TextOf(bag, "tagmanifest-sha256.txt");

        Assert.Equal(
            ["data/collection.jsonl", "data/credential-report.csv", "data/empty.json", "data/raw/iam/GetAccountSummary/0001.xml"],
            PathsOf(manifest));
        Assert.Contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/empty.json\n", manifest);
        Assert.Equal(
            ["VERIFY.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "snapshot.json"], PathsOf(tagManifest));
        Assert.Equal("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", TextOf(bag, "bagit.txt"));
        Assert.Equal(tagManifest, Encoding.UTF8.GetString(bag.TagManifest.Span));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bag.TagManifest.Span)), bag.Digest);
    }

    [Fact]
    public void The_order_of_the_payload_does_not_matter()
    {
        var content = SampleBag.Content();
        var reversed = new BagContent
        {
            Payload = [.. content.Payload.Reverse()],
            Document = content.Document,
            Instructions = content.Instructions,
            Info = content.Info,
        };
        Assert.Equal(SampleBag.Sealed.Digest, reversed.Seal().Digest);
    }

    [Fact]
    public void Signatures_are_added_and_the_digest_stays()
    {
        var signed = SampleBag.Sealed.With([SampleBag.File("signatures/0a.dsse.json", "{}")]);
        Assert.Equal(SampleBag.Sealed.Digest, signed.Digest);
        Assert.Contains(signed.Files, file => file.Path == "signatures/0a.dsse.json");
        Assert.Throws<ArgumentException>(() => signed.With([SampleBag.File("signatures/0A.dsse.json", "")]));
        Assert.Throws<ArgumentException>(() => signed.With([SampleBag.File("data/more.json", "")]));
    }

    [Theory]
    [InlineData("snapshot.json")]
    [InlineData("data/../bagit.txt")]
    [InlineData("data//x")]
    [InlineData("data/ä")]
    [InlineData("data/x y")]
    [InlineData("data/x\\y")]
    [InlineData("data/c:x")]
    [InlineData("data/x.")]
    [InlineData("data/aux.json")]
    [InlineData("data/lpt1")]
    [InlineData("data/x.partial")]
    [InlineData("data/empty.json/x")]
    [InlineData("data/raw")]
    [InlineData("data/Empty.json")]
    [InlineData("data/RAW/iam/x")]
    [InlineData("data/empty.json")]
    public void A_path_that_no_bag_can_have_is_a_fault_of_the_caller(string path) =>
        Assert.Throws<ArgumentException>(() => SampleBag.Content(SampleBag.File(path, "")).Seal());

    [Fact]
    public void A_bag_without_payload_is_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => new BagContent
        {
            Payload = [],
            Document = default,
            Instructions = default,
            Info = default,
        }.Seal());

    private static string TextOf(SealedBag bag, string path) =>
        Encoding.UTF8.GetString(bag.Files.Single(file => file.Path == path).Bytes.Span);

    private static string[] PathsOf(string manifest) =>
        [.. manifest.TrimEnd('\n').Split('\n').Select(line => line.Split("  ")[1])];
}
