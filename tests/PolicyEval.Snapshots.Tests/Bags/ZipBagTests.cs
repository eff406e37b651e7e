using System.IO.Compression;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>Zips that other programs made of a snapshot are read; those that nobody should make are refused.</summary>
public sealed class ZipBagTests : IDisposable
{
    private const string Top = SampleBag.Name;
    private const string Report = "data/credential-report.csv";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_a_bag_when_it_starts_as_a_zip()
    {
        Assert.True(BagReader.IsBag(_folder.Write(BagForm.Zip)));
        Assert.True(BagReader.IsBag(_folder.Write("empty.zip", new HandmadeZip().ToArray())));
        Assert.False(BagReader.IsBag(_folder.Write("text.zip", "user,arn\n and more than 22 bytes")));
        Assert.False(BagReader.IsBag(_folder.Write("short.zip", "PK\u0003\u0004")));
    }

    [UnixFact]
    public void A_link_to_a_zip_is_followed()
    {
        var zip = _folder.Write(BagForm.Zip);
        var link = Path.Combine(_folder.Path, "latest.zip");
        File.CreateSymbolicLink(link, zip);
        Assert.True(BagReader.IsBag(link));
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(link).Digest);
        File.Delete(zip);
        Assert.False(BagReader.IsBag(link));
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void A_snapshot_that_the_platform_zipped_again_is_intact(CompressionLevel level)
    {
        var zip = Path.Combine(_folder.Path, "again.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(
            _folder.Write(BagForm.Folder), zip, level, includeBaseDirectory: true);
        Assert.Equal((SampleBag.Sealed.Digest, ""), Joined(SampleBag.Check(zip)));
    }

    [Fact]
    public void Folders_descriptors_and_odd_orders_are_read()
    {
        Assert.Equal((SampleBag.Sealed.Digest, ""), Check(HandmadeZip.OfSample()));
        var zip = HandmadeZip.And(
            new HandmadeZip.Entry($"{Top}/", []) { IsDeflated = false, Attributes = 0x41ED_0010 },
            new HandmadeZip.Entry($"{Top}/data/", []) { Attributes = 0x10 });
        zip.Entries.Reverse();
        Assert.Equal((SampleBag.Sealed.Digest, ""), Check(zip));
        Assert.Equal((SampleBag.Sealed.Digest, ""), Check(HandmadeZip.With(Report, e => e with { HasDescriptor = true })));
        Assert.Equal(
            (SampleBag.Sealed.Digest, ""),
            Check(HandmadeZip.With(Report, e => e with { HasDescriptor = true, DescriptorSignature = [] })));
        Assert.Equal(
            (SampleBag.Sealed.Digest, ""),
            Check(HandmadeZip.With(Report, e => e with { Extra = [0x55, 0x54, 1, 0, 9], Attributes = 0x20, Flags = 6 })));
    }

    [Theory]
    [InlineData("../evil", "PE6077 ../evil 0:0")]
    [InlineData(Top + "/../../evil", "PE6077 " + Top + "/../../evil 0:0")]
    [InlineData("/etc/passwd", "PE6077 /etc/passwd 0:0")]
    [InlineData("C:/evil", "PE6077 C:/evil 0:0")]
    [InlineData(Top + "\\data\\evil", "PE6077 " + Top + "\\data\\evil 0:0")]
    [InlineData(Top + "/data/a\0b", "PE6077 " + Top + "/data/a\0b 0:0")]
    [InlineData(Top + "//evil", "PE6077 " + Top + "//evil 0:0")]
    [InlineData(Top + "/./evil", "PE6077 " + Top + "/./evil 0:0")]
    [InlineData("", "PE6077  0:0")]
    [InlineData(Top + "/data/x.partial", "PE6077 " + Top + "/data/x.partial 0:0")]
    [InlineData(Top + "/" + Report, "PE6078 " + Top + "/" + Report + " 0:0")]
    [InlineData(Top + "/data/Credential-Report.csv", "PE6078 " + Top + "/data/Credential-Report.csv 0:0")]
    [InlineData(Top + "/" + Report + "/x", "PE6078 " + Report + "/x 0:0")]
    [InlineData("other/evil", "PE6076 other/evil 0:0")]
    [InlineData("evil", "PE6076 evil 0:0")]
    [InlineData("__MACOSX/._x", "PE6076 __MACOSX/._x 0:0")]
    [InlineData(Top + "/fetch.txt", "PE6080 fetch.txt 0:0")]
    [InlineData(Top + "/data/more.json", "PE6086 data/more.json 0:0")]
    public void An_entry_with_a_bad_name_is_named(string name, string finding) =>
        Assert.Equal(("", finding), Check(HandmadeZip.And(new HandmadeZip.Entry(name, [1]))));

    [Fact]
    public void A_zip_of_bare_files_is_no_snapshot()
    {
        var zip = HandmadeZip.OfSample();
        for (var i = 0; i < zip.Entries.Count; i++)
            zip.Entries[i] = zip.Entries[i] with { Name = zip.Entries[i].Name[(Top.Length + 1)..] };
        Assert.StartsWith("PE6076 ", Check(zip).Findings, StringComparison.Ordinal);
        Assert.Equal(("", "PE6076 hand.zip 0:0"), Check(new HandmadeZip()));
        Assert.Equal(
            ("", "PE6076 hand.zip 0:0"), Check(new HandmadeZip { Entries = [new("book/xl.xml", [1])] }));
    }

    [Theory]
    [InlineData(0xA1FF_0000u)]
    [InlineData(0x1180_0000u)]
    [InlineData(0x21A4_0000u)]
    [InlineData(0x41ED_0000u)]
    [InlineData(0x0000_0010u)]
    public void Links_pipes_devices_and_masked_folders_are_named(uint attributes) => Assert.Equal(
        ("", $"PE6079 {Top}/{Report} 0:0"), Check(HandmadeZip.With(Report, e => e with { Attributes = attributes })));

    [Fact]
    public void What_is_not_read_is_named()
    {
        const string Unsupported = $"PE6082 {Top}/{Report} 0:0";
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Flags = 1 })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Flags = 1 << 6 })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Flags = 1 << 4 })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Method = 12 })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Version = 45 })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Length = uint.MaxValue })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Extra = [1, 0, 0, 0] })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Extra = [0x75, 0x70, 1, 0, 1] })));
        Assert.Equal(("", Unsupported), Check(HandmadeZip.With(Report, e => e with { Comment = "x" })));
        Assert.Equal(
            ("", "PE6082 hand.zip 0:0"),
            Check(new HandmadeZip { Entries = HandmadeZip.OfSample().Entries, Comment = [1, 2, 3] }));
    }

    [Fact]
    public void What_two_programs_would_read_differently_is_damage()
    {
        const string Damaged = $"PE6081 {Top}/{Report} 0:0";
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { LocalName = Top + "/data/other" })));
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { Extra = [0x55, 0x54, 9, 0] })));
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { IsDeflated = false, Length = 1 })));
        Assert.Equal(
            ("", Damaged),
            Check(HandmadeZip.With(Report, e => e with { HasDescriptor = true, DescriptorSignature = [0, 0, 0, 0] })));
        Assert.Equal(
            ("", Damaged),
            Check(HandmadeZip.With(Report, e => e with { HasDescriptor = true, DescriptorSignature = [0] })));

        // Bytes before the first entry, and between two: the entry in front of the gap is named.
        Assert.Equal(
            ("", $"PE6081 {Top}/VERIFY.txt 0:0"),
            Check(HandmadeZip.With("VERIFY.txt", e => e with { Before = "MZ"u8.ToArray() })));
        Assert.Equal(
            ("", $"PE6081 {Top}/data/collection.jsonl 0:0"),
            Check(HandmadeZip.With(Report, e => e with { Before = new byte[16] })));
        Assert.Equal(
            ("", $"PE6081 {Top}/x/ 0:0"),
            Check(HandmadeZip.And(new HandmadeZip.Entry($"{Top}/x/", [1]) { IsDeflated = false, Attributes = 0x10 })));
    }

    [Fact]
    public void Bytes_that_are_not_those_of_the_header_are_damage()
    {
        const string Damaged = $"PE6081 {Report} 0:0";
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { Crc = 1 })));
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { Length = 1 })));
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { Length = 1000 })));
        Assert.Equal(("", Damaged), Check(HandmadeZip.With(Report, e => e with { IsDeflated = false, Method = 8 })));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_inflated()
    {
        var zeros = new HandmadeZip.Entry($"{Top}/data/zeros", new byte[64 << 20]);
        Assert.Equal(("", "PE6007 hand.zip 0:0"), Check(HandmadeZip.And(zeros)));

        // One that lies about its size is stopped at what it said.
        Assert.Equal(
            ("", "PE6086 data/zeros 0:0"), Check(HandmadeZip.And(zeros with { Length = 10 })));
        Assert.Equal(
            ("", $"PE6081 {Report} 0:0"),
            Check(HandmadeZip.With(Report, e => e with { Bytes = zeros.Bytes, Length = (uint)e.Bytes.Length })));
    }

    [Fact]
    public void More_entries_than_the_limit_are_refused()
    {
        var path = _folder.Write(BagForm.Zip);
        Assert.Equal(
            [$"PE6007 {Top}.zip 0:0"], SampleBag.Check(path, SnapshotLimits.Default with { BagEntries = 9 }).Findings);
        Assert.Empty(SampleBag.Check(path, SnapshotLimits.Default with { BagEntries = 10 }).Findings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_truncated_or_lengthened_zip_is_refused(bool isDeflated)
    {
        var whole = isDeflated ? HandmadeZip.OfSample().ToArray() : File.ReadAllBytes(_folder.Write(BagForm.Zip));
        for (var length = 0; length < whole.Length; length++)
            Assert.Equal(("", "PE6081 hand.zip 0:0"), Check(whole[..length]));
        Assert.Equal(("", "PE6081 hand.zip 0:0"), Check([.. whole, 0]));
        Assert.Equal(("", "PE6081 hand.zip 0:0"), Check([.. whole, .. whole]));
    }

    [Fact]
    public void A_stored_zip_of_another_program_is_not_the_one_that_was_sealed()
    {
        var zip = HandmadeZip.OfSample();
        for (var i = 0; i < zip.Entries.Count; i++)
            zip.Entries[i] = zip.Entries[i] with { IsDeflated = false };
        Assert.Equal(("", "PE6083 hand.zip 0:0"), Check(zip));
    }

    private static (string Digest, string Findings) Joined((string Digest, string[] Findings) check) =>
        (check.Digest, string.Join('\n', check.Findings));

    private (string Digest, string Findings) Check(HandmadeZip zip) => Check(zip.ToArray());

    private (string Digest, string Findings) Check(byte[] zip) =>
        Joined(SampleBag.Check(_folder.Write("hand.zip", zip)));
}
