using System.Text;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Tests.Yaml;

public sealed class YamlTextTests
{
    private const string Path = "p.yaml";

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Another_encoding_is_a_diagnostic_of_the_file(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("title: caf\u00E9")];
        var diagnostics = new DiagnosticBag();
        Assert.Null(YamlText.Decode(Path, bytes, diagnostics));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("PE3003", Path), (diagnostic.Id, diagnostic.Location.File));
    }

    [Fact]
    public void UTF16_without_a_mark_is_a_diagnostic_too()
    {
        var diagnostics = new DiagnosticBag();
        if (YamlText.Decode(Path, Encoding.Unicode.GetBytes("title: T"), diagnostics) is { } text)
            YamlReader.Read(text, diagnostics);
        Assert.Equal("PE3004", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var diagnostics = new DiagnosticBag();
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "title: \u00E9"u8];
        Assert.Equal("title: \u00E9", YamlText.Decode(Path, bytes, diagnostics)?.Content);
        Assert.Empty(diagnostics);
    }
}
