using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class PassphraseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_wins_over_the_environment() =>
        Assert.Equal("from the file", Passphrase.Read(_folder.Write("p", "from the file"), "environment").Value);

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData("secret\n", "secret")]
    [InlineData("secret\r\n", "secret")]
    [InlineData(" sécret ", " sécret ")]
    public void One_line_end_does_not_count(string text, string passphrase) =>
        Assert.Equal(passphrase, Passphrase.Read(_folder.Write("p", text), null).Value);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("secret\n\n")]
    [InlineData("secret\nmore")]
    [InlineData("sec\0ret")]
    public void A_file_with_anything_else_is_refused(string text) =>
        AssertRefused("PE6118", "p", Passphrase.Read(_folder.Write("p", text), "environment"));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        AssertRefused("PE6118", "p", Passphrase.Read(_folder.Write("p", [0xFF, 0xFE]), null));

    [Fact]
    public void A_file_that_is_too_long_is_refused() =>
        AssertRefused("PE6110", "p", Passphrase.Read(_folder.Write("p", new string('x', 5000)), null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_passphrase_is_refused(string? environmentValue) =>
        AssertRefused("PE6117", "", Passphrase.Read(null, environmentValue));

    [Fact]
    public void The_environment_gives_it() => Assert.Equal("secret", Passphrase.Read(null, "secret").Value);

    private static void AssertRefused(string id, string file, PassphraseResult result)
    {
        Assert.Null(result.Value);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((id, file), (diagnostic.Id, diagnostic.File));
    }
}
