using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class BagCheckerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _bag;

    public BagCheckerTests() => _bag = _folder.Write(BagForm.Folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_extra_and_changed_files_are_each_named()
    {
        File.Delete(PathOf("data/collection.jsonl"));
        File.WriteAllText(PathOf("data/more.json"), "{}");
        File.WriteAllText(PathOf("notes.txt"), "");
        Directory.CreateDirectory(PathOf("signatures"));
        File.WriteAllText(PathOf("signatures/any.json"), "");
        File.AppendAllText(PathOf("data/credential-report.csv"), "\n");
        File.WriteAllText(PathOf("VERIFY.txt"), "trust me\n");

        Assert.Equal(
            [
                "PE6087 VERIFY.txt 0:0", "PE6085 data/collection.jsonl 0:0",
                "PE6087 data/credential-report.csv 0:0", "PE6086 data/more.json 0:0", "PE6086 notes.txt 0:0",
            ],
            Findings());
    }

    [Theory]
    [InlineData("bagit.txt", new[] { "PE6085 bagit.txt 0:0" })]
    [InlineData("VERIFY.txt", new[] { "PE6085 VERIFY.txt 0:0" })]
    [InlineData("tagmanifest-sha256.txt", new[] { "PE6085 tagmanifest-sha256.txt 0:0" })]
    [InlineData("manifest-sha256.txt", new[] { "PE6085 manifest-sha256.txt 0:0" })]
    [InlineData("data/empty.json", new[] { "PE6085 data/empty.json 0:0" })]
    public void A_missing_file_is_named_once(string path, string[] findings)
    {
        File.Delete(PathOf(path));
        Assert.Equal(findings, Findings());
    }

    [Fact]
    public void A_tag_manifest_that_leaves_out_or_adds_a_file_is_damaged()
    {
        var lines = File.ReadAllLines(PathOf("tagmanifest-sha256.txt"));
        WriteLines("tagmanifest-sha256.txt", lines[1..]);
        Assert.Equal(["PE6086 VERIFY.txt 0:0"], Findings());

        File.WriteAllText(PathOf("zzz.txt"), "");
        WriteLines("tagmanifest-sha256.txt", [.. lines, $"{HashOf("zzz.txt")}  zzz.txt"]);
        Assert.Equal(["PE6084 tagmanifest-sha256.txt 6:67"], Findings());
    }

    [Fact]
    public void A_tag_file_that_is_neither_listed_nor_there_is_missing()
    {
        WriteLines("tagmanifest-sha256.txt", File.ReadAllLines(PathOf("tagmanifest-sha256.txt"))[1..]);
        File.Delete(PathOf("VERIFY.txt"));
        Assert.Equal(["PE6085 VERIFY.txt 0:0"], Findings());
    }

    [Fact]
    public void A_manifest_of_the_payload_lists_the_payload_only()
    {
        WriteLines(
            "manifest-sha256.txt",
            [$"{HashOf("VERIFY.txt")}  VERIFY.txt", .. File.ReadAllLines(PathOf("manifest-sha256.txt"))]);
        Reseal();
        Assert.Equal(["PE6084 manifest-sha256.txt 1:67"], Findings());
    }

    [Theory]
    [InlineData("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")]
    [InlineData("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8")]
    [InlineData("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n")]
    public void A_declaration_in_other_words_is_refused_though_it_is_listed(string text)
    {
        File.WriteAllText(PathOf("bagit.txt"), text);
        Reseal();
        Assert.Equal(["PE6088 bagit.txt 1:1"], Findings());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Payload-Oxum: 1.1\n")]
    [InlineData("Payload-Oxum: 114.4\nPayload-Oxum: 114.4\n")]
    public void A_size_that_is_not_the_payloads_is_refused_though_it_is_listed(string text)
    {
        File.WriteAllText(PathOf("bag-info.txt"), text);
        Reseal();
        Assert.Equal(["PE6089 bag-info.txt 0:0"], Findings());
    }

    [Fact]
    public void Bag_info_of_another_program_is_taken_when_its_size_is_right()
    {
        var oxum = File.ReadAllLines(PathOf("bag-info.txt")).Single(line => line.StartsWith("Payload", StringComparison.Ordinal));
        File.WriteAllText(PathOf("bag-info.txt"), $"Contact-Name: archive\n{oxum}\n");
        Reseal();
        Assert.Empty(Findings());
    }

    [Fact]
    public void An_unreadable_manifest_does_not_make_every_file_an_extra_one()
    {
        File.WriteAllText(PathOf("manifest-sha256.txt"), "x\n");
        Assert.Equal(["PE6084 manifest-sha256.txt 1:1", "PE6087 manifest-sha256.txt 0:0"], Findings().Order());
    }

    private string PathOf(string path) => Path.Combine(_bag, path);

    private string[] Findings() => SampleBag.Check(_bag).Findings;

    private string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(path))));

    private void WriteLines(string path, IEnumerable<string> lines) =>
        File.WriteAllBytes(PathOf(path), Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    /// <summary>Makes the tag manifest anew, as a forger would.</summary>
    private void Reseal() => WriteLines(
        "tagmanifest-sha256.txt",
        BagLayout.TagFiles.Order(StringComparer.Ordinal).Select(path => $"{HashOf(path)}  {path}"));
}
