using System.Text;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class DsseEnvelopeTests
{
    private const string Text =
        """
        {
          "payload": "aGVsbG8gd29ybGQ=",
          "payloadType": "text/plain",
          "signatures": [
            {
              "keyid": "ab",
              "sig": "+/8="
            }
          ]
        }

        """;

    [Fact]
    public void It_is_written_in_one_form_and_read_back()
    {
        var envelope = new DsseEnvelope("text/plain", "hello world"u8.ToArray(), "ab", new byte[] { 0xFB, 0xFF });
        Assert.Equal(Text, Encoding.UTF8.GetString(envelope.Write()));

        var (read, diagnostics) = Read(Text);
        Assert.Empty(diagnostics);
        Assert.Equal("text/plain", read!.PayloadType);
        Assert.Equal("hello world"u8, read.Payload.Span);
        Assert.Equal("ab", read.KeyId);
        Assert.Equal([0xFB, 0xFF], read.Signature.ToArray());
    }

    [Theory]
    [InlineData("  \"payload\": ", "  \"payload\":  ", "PE6103 2:14")]
    [InlineData("\n}\n", "\n}", "PE6103 10:2")]
    [InlineData("\n}\n", "\n}\n\n", "PE6103 11:1")]
    [InlineData("\"+/8=\"", "\"+/9=\"", "PE6102 7:14")]
    [InlineData("\"payload\"", "\"p\\u0061yload\"", "PE6102 2:3")]
    [InlineData("\"payload\"", "\"payloa\\ud800\"", "PE6102 2:3")]
    [InlineData("\"payload\"", "\"\\ud800abc\"", "PE6102 2:3")]
    [InlineData("\"payloadType\"", "\"payloadTyp\\udc00\"", "PE6102 3:3")]
    [InlineData("\"signatures\"", "\"\\ud800\"", "PE6102 4:3")]
    [InlineData("\"keyid\"", "\"keyi\\ud83d\"", "PE6102 6:7")]
    [InlineData("\"sig\"", "\"si\\udfff\"", "PE6102 7:7")]
    [InlineData("\"text/plain\"", "\"\\ud800\"", "PE6102 3:18")]
    [InlineData("\"+/8=\"", "\"\\ud800\"", "PE6102 7:14")]
    [InlineData("\"ab\"", "\"\\u0061b\"", "PE6102 6:16")]
    [InlineData("\"ab\"", "\"é\"", "PE6102 6:16")]
    [InlineData("\"ab\"", "null", "PE6102 6:16")]
    [InlineData("\"+/8=\"", "\"+/8\"", "PE6102 7:14")]
    [InlineData("\"payloadType\"", "\"payloadtype\"", "PE6102 3:3")]
    [InlineData("    }\n", "    },\n    { \"keyid\": \"cd\", \"sig\": \"AA==\" }\n", "PE6102 9:5")]
    [InlineData("\"signatures\": [", "\"signatures\": [[", "PE6102 4:18")]
    [InlineData("{\n  \"payload\"", "[\n  \"payload\"", "PE6102 1:1")]
    [InlineData("\n}\n", "\n}\n{}", "PE6102 11:1")]
    [InlineData("\n}\n", "\n", "PE6102 10:1")]
    public void Another_form_is_refused_with_its_place(string old, string written, string expected)
    {
        var (read, diagnostics) = Read(Text.Replace(old, written, StringComparison.Ordinal));
        Assert.Null(read);
        Assert.Equal(expected, Assert.Single(diagnostics));
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("PE6102 1:1", Assert.Single(Read("").Diagnostics));

    [Fact]
    public void A_byte_order_mark_is_refused() => Assert.Single(Read("\uFEFF" + Text).Diagnostics);

    private static (DsseEnvelope? Envelope, string[] Diagnostics) Read(string text)
    {
        var diagnostics = KeyFile.Diagnostics();
        var envelope = DsseEnvelope.Read(new Source("a.dsse.json", Encoding.UTF8.GetBytes(text)), diagnostics);
        return (envelope, [.. diagnostics.ToImmutable().Select(d => $"{d.Id} {d.Line}:{d.Column}")]);
    }
}
