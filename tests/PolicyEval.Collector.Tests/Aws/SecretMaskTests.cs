using Amazon.Runtime;
using PolicyEval.Collector.Aws;

namespace PolicyEval.Collector.Tests.Aws;

public sealed class SecretMaskTests
{
    private static readonly ImmutableCredentials Credentials =
        new("AKIA" + "MASKMASKMASK0000", "a-secret-that-opens-nothing", "a-session-token-that-opens-nothing");

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("two\r\nlines\tand \u0007 a bell", "two lines and a bell")]
    [InlineData("key a-secret-that-opens-nothing!", "key (secret)!")]
    [InlineData("x-amz-security-token:a-session-token-that-opens-nothing", "x-amz-security-token:(secret)")]
    [InlineData("Wrong. The Canonical String for this request should have been 'POST", "Wrong.")]
    [InlineData("proxy 'http://me:word@127.0.0.1:8080/' failed", "proxy 'http://127.0.0.1:8080/' failed")]
    public void Messages_keep_their_words_and_lose_their_secrets(string text, string expected) =>
        Assert.Equal(expected, SecretMask.Clean(text, Credentials));

    [Fact]
    public void Access_key_ids_keep_their_last_four_and_long_values_nothing()
    {
        Assert.Equal("the key ****0000.", SecretMask.Clean($"the key {Credentials.AccessKey}."));
        Assert.Equal("Encoded: (long value)", SecretMask.Clean("Encoded: " + new string('a', 900)));
        Assert.Equal(601, SecretMask.Clean(string.Join(' ', Enumerable.Repeat("word", 500))).Length);
    }

    [Fact]
    public void A_body_with_a_secret_is_recognised()
    {
        Assert.True(SecretMask.IsIn("<x>a-session-token-that-opens-nothing</x>"u8, Credentials));
        Assert.True(SecretMask.IsIn("a-secret-that-opens-nothing"u8, Credentials));
        Assert.False(SecretMask.IsIn("<x>nothing of that</x>"u8, Credentials));
        Assert.False(SecretMask.IsIn("<x></x>"u8, new ImmutableCredentials("AKIA", "secret", null)));
    }
}
