using System.IO.Compression;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class BagWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_written_bag_is_intact_and_has_the_digest_of_what_was_sealed(BagForm form)
    {
        var (digest, findings) = SampleBag.Check(_folder.Write(form));

        Assert.Empty(findings);
        Assert.Equal(SampleBag.Sealed.Digest, digest);
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Every_file_is_read_back_byte_for_byte_and_the_payload_is_listed(BagForm form)
    {
        var diagnostics = new SnapshotDiagnosticBag(10);
        using var bag = BagReader.Open(_folder.Write(form), SnapshotLimits.Default, diagnostics)!;
        var check = BagChecker.Check(bag, diagnostics);

        Assert.Equal(SampleBag.Sealed.Files.Select(file => file.Path), bag.Entries.Select(entry => entry.Path));
        Assert.All(SampleBag.Sealed.Files, file => Assert.Equal(file.Bytes, bag.Read(file.Path)!.Memory));
        Assert.Equal(
            ["data/collection.jsonl", "data/credential-report.csv", "data/empty.json", "data/raw/iam/GetAccountSummary/0001.xml"],
            check.Payload.Select(file => file.Path));
        Assert.Equal(3, check.Payload[0].Length);
        Assert.Equal(SampleBag.Sealed.TagManifest, check.TagManifest);
        Assert.All(check.Payload, file => Assert.Equal(file.Sha256, check.Read(file.Path)!.Sha256()));
    }

    [Fact]
    public void A_file_that_changes_between_checking_and_reading_is_not_used()
    {
        var path = _folder.Write(BagForm.Folder);
        var diagnostics = new SnapshotDiagnosticBag(10);
        using var bag = BagReader.Open(path, SnapshotLimits.Default, diagnostics)!;
        var check = BagChecker.Check(bag, diagnostics, heldBytes: 0);
        var held = BagChecker.Check(bag, diagnostics);
        Assert.True(check.IsIntact && held.IsIntact);
        File.WriteAllText(Path.Combine(path, "data/collection.jsonl"), "[]\n");

        Assert.Null(check.Read("data/collection.jsonl"));
        Assert.Equal(
            held.Payload[0].Sha256, Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(held.Read("data/collection.jsonl")!.Bytes)));
        Assert.Equal("PE6087", Assert.Single(diagnostics.ToImmutable()).Id);
    }

    [Fact]
    public void The_bytes_of_a_zip_depend_on_the_content_only()
    {
        var bytes = File.ReadAllBytes(_folder.Write(BagForm.Zip));

        // The same on every system, file system and day.
        Assert.Equal(
            "e65875e04082a359c6d2f88dd9d72aa84eb7decba7dfe9cc2a83ace93275cae5",
            Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void The_platform_reads_the_zip()
    {
        using var zip = ZipFile.OpenRead(_folder.Write(BagForm.Zip));

        Assert.Equal(
            SampleBag.Sealed.Files.Select(file => $"{SampleBag.Name}/{file.Path}"),
            zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry =>
        {
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            Assert.Equal(unchecked((int)0x81A4_0000), entry.ExternalAttributes);
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var file = SampleBag.Sealed.Files.Single(f => $"{SampleBag.Name}/{f.Path}" == entry.FullName);
            Assert.Equal(file.Bytes.ToArray(), bytes.ToArray());
        });
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Nothing_that_is_there_is_overwritten(BagForm form)
    {
        var file = _folder.Write("file", "mine");
        var empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;
        foreach (var target in (string[])[file, empty, empty + Path.DirectorySeparatorChar])
        {
            var result = BagWriter.Write(SampleBag.Sealed, target, form);
            Assert.False(result.IsWritten);
            Assert.Equal("PE6070", Assert.Single(result.Diagnostics).Id);
        }

        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_folder.Path).Count());
    }

    [UnixFact]
    public void A_link_that_leads_nowhere_is_not_overwritten()
    {
        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "nowhere");

        Assert.Equal("PE6070", Assert.Single(BagWriter.Write(SampleBag.Sealed, link, BagForm.Folder).Diagnostics).Id);
        Assert.Equal("PE6070", Assert.Single(BagWriter.Write(SampleBag.Sealed, link, BagForm.Zip).Diagnostics).Id);
        Assert.Equal("nowhere", new FileInfo(link).LinkTarget);
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void What_a_stopped_writer_left_is_not_touched(BagForm form)
    {
        var suffix = form == BagForm.Zip ? ".zip" : "";
        var left = _folder.Write(SampleBag.Name + suffix + ".partial", "left");
        var leftFolder = Directory.CreateDirectory(
            Path.Combine(_folder.Path, SampleBag.Name + suffix + ".1.partial")).FullName;

        Assert.Empty(SampleBag.Check(_folder.Write(form)).Findings);
        Assert.Equal("left", File.ReadAllText(left));
        Assert.Empty(Directory.EnumerateFileSystemEntries(leftFolder));
        Assert.Equal(3, Directory.EnumerateFileSystemEntries(_folder.Path).Count());
    }

    [Fact]
    public void Folders_above_the_target_are_made()
    {
        var target = Path.Combine(_folder.Path, "snapshots", "111122223333", "now");
        Assert.True(BagWriter.Write(SampleBag.Sealed, target, BagForm.Folder).IsWritten);
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(target).Digest);
    }

    [UnixFact]
    public void A_file_where_a_folder_must_be_is_told_in_words()
    {
        _folder.Write("111122223333", "");
        foreach (var target in (string[])["111122223333/now", "111122223333/deeper/now"])
        {
            var only = Assert.Single(
                BagWriter.Write(SampleBag.Sealed, Path.Combine(_folder.Path, target), BagForm.Folder).Diagnostics);

            Assert.Equal("PE6071", only.Id);
            Assert.StartsWith(
                "a file stands where a folder must be", Assert.Single(only.Arguments), StringComparison.Ordinal);
            Assert.Equal(string.Join('/', target.Split('/')[^2..]), only.File);
        }
    }

    [Theory]
    [InlineData("111122223333/now", "111122223333/now")]
    [InlineData("snapshots/111122223333/now/", "111122223333/now")]
    [InlineData("./now", "now")]
    [InlineData("../now", "now")]
    [InlineData("now", "now")]
    public void A_target_is_named_by_its_last_two_parts(string target, string expected) =>
        Assert.Equal(expected, PartialOutput.NameOf(target));

    [Theory]
    [InlineData("file/now", BagForm.Folder)]
    [InlineData("now.partial", BagForm.Folder)]
    [InlineData("now.PARTIAL", BagForm.Zip)]
    [InlineData("nul.zip", BagForm.Zip)]
    [InlineData("with space.zip", BagForm.Zip)]
    [InlineData("zero\0", BagForm.Folder)]
    [InlineData("", BagForm.Folder)]
    public void An_impossible_target_is_refused(string target, BagForm form)
    {
        _folder.Write("file", "");
        var path = target.Length == 0 ? Path.GetPathRoot(_folder.Path)! : Path.Combine(_folder.Path, target);
        var result = BagWriter.Write(SampleBag.Sealed, path, form);

        Assert.False(result.IsWritten);
        Assert.Equal("PE6071", Assert.Single(result.Diagnostics).Id);
        Assert.Equal("file", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path))));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Modes_are_0644_and_0755_less_the_umask()
    {
        const UnixFileMode All = (UnixFileMode)0x1FF;
        var mask = All & ~File.GetUnixFileMode(
            Directory.CreateDirectory(Path.Combine(_folder.Path, "all"), All).FullName);
        var path = _folder.Write(BagForm.Folder);
        Assert.All(
            Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Append(_folder.Write(BagForm.Zip)),
            file => Assert.Equal((UnixFileMode)0x1A4 & ~mask, File.GetUnixFileMode(file)));
        Assert.All(
            Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Append(path),
            folder => Assert.Equal((UnixFileMode)0x1ED & ~mask, File.GetUnixFileMode(folder)));
    }

    [PermissionFact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_may_not_be_written_is_refused()
    {
        var closed = Directory.CreateDirectory(Path.Combine(_folder.Path, "closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var result = BagWriter.Write(SampleBag.Sealed, Path.Combine(closed, "now"), BagForm.Folder);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("permission denied", Assert.Single(result.Diagnostics).Arguments[0]);
    }

    [Fact]
    public void A_bag_too_large_for_a_zip_is_refused()
    {
        var one = new BagFile("data/f", new byte[1]);
        var files = Enumerable.Range(0, ushort.MaxValue).Select(i => one with { Path = $"data/{i}" }).ToArray();
        var target = Path.Combine(_folder.Path, "large.zip");
        var result = BagWriter.Write(SampleBag.Content(files).Seal(), target, BagForm.Zip);

        var only = Assert.Single(result.Diagnostics);
        Assert.Equal("PE6074", only.Id);
        Assert.Equal("65534 files", string.Join(' ', only.Arguments));
        var many = new BagFile("data/f", new byte[1 << 30]);
        var large = SampleBag.Content([.. Enumerable.Range(0, 4).Select(i => many with { Path = $"data/{i}" })]);
        only = Assert.Single(BagWriter.Write(large.Seal(), target, BagForm.Zip).Diagnostics);
        Assert.Equal("4294967295 bytes", string.Join(' ', only.Arguments));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
