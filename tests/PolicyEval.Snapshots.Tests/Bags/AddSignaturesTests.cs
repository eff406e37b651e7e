using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class AddSignaturesTests : IDisposable
{
    private static readonly BagFile[] First =
        [SampleBag.File("signatures/0a.pub.pem", "key\n"), SampleBag.File("signatures/0a.dsse.json", "{}\n")];

    private static readonly BagFile[] Second =
        [SampleBag.File("signatures/0b.pub.pem", "other\n"), SampleBag.File("signatures/0b.dsse.json", "{}\n")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Signatures_are_added_one_after_the_other_and_the_bag_stays_intact(BagForm form)
    {
        var path = _folder.Write(form);
        foreach (var signatures in (BagFile[][])[First, Second])
        {
            var result = BagWriter.AddSignatures(path, signatures);
            Assert.Empty(result.Diagnostics);
            Assert.True(result.IsWritten);
            Assert.Equal(SampleBag.Sealed.Digest, result.Digest);
        }

        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(path).Digest);
        Assert.Equal([.. First, .. Second], Signatures(path));
        Assert.Equal(path, Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path)));
    }

    [Fact]
    public void A_zip_that_is_signed_later_has_the_bytes_of_one_that_was_signed_first()
    {
        var path = _folder.Write(BagForm.Zip);
        Assert.True(BagWriter.AddSignatures(path, First).IsWritten);
        var later = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.Equal(File.ReadAllBytes(_folder.Write(BagForm.Zip, SampleBag.Sealed.With(First))), later);
    }

    [Fact]
    public void A_zip_keeps_the_folder_in_it_and_a_compressed_one_is_stored()
    {
        var path = _folder.Write("renamed.zip", HandmadeZip.OfSample().ToArray());
        Assert.True(BagWriter.AddSignatures(path, First).IsWritten);
        Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(path).Digest);
        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        Assert.All(zip.Entries, e => Assert.StartsWith(SampleBag.Name + "/", e.FullName, StringComparison.Ordinal));
        Assert.All(zip.Entries, e => Assert.Equal(e.Length, e.CompressedLength));
    }

    [UnixFact]
    public void Through_a_link_the_zip_is_signed_and_the_link_stays()
    {
        var path = _folder.Write(BagForm.Zip);
        var link = Path.Combine(_folder.Path, "latest.zip");
        File.CreateSymbolicLink(link, Path.GetFileName(path));
        Assert.True(BagWriter.AddSignatures(link, First).IsWritten);
        Assert.Equal(Path.GetFileName(path), new FileInfo(link).LinkTarget);
        Assert.Equal(First, Signatures(path));
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_signature_that_is_there_is_not_replaced(BagForm form)
    {
        var path = _folder.Write(form, SampleBag.Sealed.With(First));
        var result = BagWriter.AddSignatures(
            path, [SampleBag.File("signatures/0c.pub.pem", ""), SampleBag.File("signatures/0A.pub.pem", "mine")]);
        Assert.False(result.IsWritten);
        var only = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE6070", "signatures/0A.pub.pem"), (only.Id, only.File));
        Assert.Equal(First, Signatures(path));
    }

    [Theory]
    [InlineData("data/x")]
    [InlineData("signatures/")]
    [InlineData("signatures/a/b")]
    [InlineData("signatures/../x")]
    public void Another_path_is_a_fault_of_the_caller(string path) =>
        Assert.Throws<ArgumentException>(() => BagWriter.AddSignatures(_folder.Path, [SampleBag.File(path, "")]));

    [Fact]
    public void What_is_no_bag_is_not_signed()
    {
        Assert.Equal("PE6076", Assert.Single(BagWriter.AddSignatures(_folder.Path, First).Diagnostics).Id);
        var absent = BagWriter.AddSignatures(Path.Combine(_folder.Path, "absent"), First);
        Assert.Equal("PE6001", Assert.Single(absent.Diagnostics).Id);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(BagForm.Folder, false)]
    [InlineData(BagForm.Folder, true)]
    [InlineData(BagForm.Zip, false)]
    public void A_failure_at_any_step_leaves_the_bag_as_it_was(BagForm form, bool isSigned)
    {
        var failed = 0;
        for (var step = 1; step < 100; step++)
        {
            using var folder = new TemporaryFolder();
            var path = folder.Write(form, isSigned ? SampleBag.Sealed.With(Second) : null);
            var disk = new StoppingDisk(step, isKilled: false, new IOException("full", 28));
            var result = BagWriter.AddSignatures(path, First, SnapshotLimits.Default, disk, CancellationToken.None);
            if (result.IsWritten)
            {
                Assert.Equal(step, failed + 1);
                Assert.InRange(failed, 5, 40);
                return;
            }

            failed++;
            Assert.Equal("PE6071", Assert.Single(result.Diagnostics).Id);
            Assert.Equal(path, Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path)));
            Assert.Equal(isSigned ? Second : [], Signatures(path));
        }
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_signer_killed_at_any_step_leaves_an_intact_bag(BagForm form)
    {
        for (var step = 1; step < 100; step++)
        {
            using var folder = new TemporaryFolder();
            var path = folder.Write(form);
            var disk = new StoppingDisk(step, isKilled: true);
            var result = BagWriter.AddSignatures(path, First, SnapshotLimits.Default, disk, CancellationToken.None);
            Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(path).Digest);
            Assert.Equal(result.IsWritten ? First : [], Signatures(path));
            if (result.IsWritten)
                return;
        }

        Assert.Fail("It was never written.");
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_cancelled_signing_leaves_the_bag_as_it_was(BagForm form)
    {
        var path = _folder.Write(form);
        using var cancellation = new CancellationTokenSource();
        var disk = new StoppingDisk(failingStep: 0, isKilled: false) { BeforeStep = _ => cancellation.Cancel() };
        var result = BagWriter.AddSignatures(path, First, SnapshotLimits.Default, disk, cancellation.Token);
        Assert.Equal("PE6073", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(Signatures(path));
        Assert.Equal(path, Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path)));
    }

    /// <summary>The signatures as the bag holds them, in the order of these tests.</summary>
    private static BagFile[] Signatures(string path)
    {
        using var bag = BagReader.Open(path, SnapshotLimits.Default, new SnapshotDiagnosticBag(1))!;
        var texts = bag.Entries.Where(entry => entry.Path.StartsWith("signatures/", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Path, entry => bag.Read(entry.Path)!.Memory.ToArray());
        BagFile[] known = [.. First, .. Second];
        var found = known.Where(file => texts.Remove(file.Path, out var bytes)
            && file.Bytes.Span.SequenceEqual(bytes)).ToArray();
        Assert.Empty(texts);
        return found;
    }
}
