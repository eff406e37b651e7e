using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

public sealed class BagWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_written_folder_is_intact_and_has_the_digest_of_what_was_sealed()
    {
        var (digest, findings) = SampleBag.Check(_folder.Write(BagForm.Folder));

        Assert.Empty(findings);
        Assert.Equal(SampleBag.Sealed.Digest, digest);
        Assert.Matches("^[0-9a-f]{64}$", digest);
    }
}
