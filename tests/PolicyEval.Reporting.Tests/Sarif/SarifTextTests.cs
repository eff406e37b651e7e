using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using PolicyEval.Reporting.Sarif;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Tests.Sarif;

public sealed class SarifTextTests
{
    [Theory]
    [InlineData("a/b.yaml", "a/b.yaml")]
    [InlineData("a b/100%/#?.yaml", "a%20b/100%25/%23%3F.yaml")]
    [InlineData("c:d/é.yaml", "c%3Ad/%C3%A9.yaml")]
    [InlineData("\ud83d\ude00[x]\\y", "%F0%9F%98%80%5Bx%5D%5Cy")]
    public void A_path_is_percent_encoded(string path, string uri)
    {
        Assert.Equal(uri, PathUri.Of(path));
        Assert.True(Uri.TryCreate(uri, UriKind.Relative, out _));
    }

    [Theory]
    [InlineData("Undeclared field", "UndeclaredField")]
    [InlineData("Not a list or map", "NotAListOrMap")]
    [InlineData("Not UTF-8", "NotUTF8")]
    [InlineData("Look-alike character", "LookAlikeCharacter")]
    public void A_title_becomes_one_word(string title, string name) => Assert.Equal(name, SarifText.NameOf(title));

    [Theory]
    [InlineData("write {'key': value}", "write {{'key': value}}")]
    [InlineData("a[0](b)", "a[0] (b)")]
    [InlineData("a[0] + b", "a[0] + b")]
    public void A_message_has_no_argument_and_no_link(string text, string message) =>
        Assert.Equal(message, SarifText.Message(text));

    [Theory]
    [InlineData("no end", "no end.")]
    [InlineData("An end.", "An end.")]
    [InlineData("a question?", "a question?")]
    [InlineData("turned \u202e", "turned \\u{202e}.")]
    public void A_message_is_a_sentence(string text, string sentence) => Assert.Equal(sentence, SarifText.Sentence(text));

    [Fact]
    public void A_region_has_what_stands_there_and_its_lines()
    {
        var text = SourceText.From("one\r\ntwo three\nfour", "a.yaml");

        Assert.Equal(
            new SarifRegion(2, 5, 3, 3) { Snippet = "three\nfo", Lines = "two three\nfour" },
            SarifRegion.Of(Location.Of(text, new TextSpan(9, 8))));
        Assert.Equal(
            new SarifRegion(1, 4, 1, 4) { Lines = "one" }, SarifRegion.Of(Location.Of(text, new TextSpan(3, 0))));
        Assert.Equal(new SarifRegion(7, 8, 7, 8), SarifRegion.Of(Location.At("a.csv", 7, 8)));
        Assert.Null(SarifRegion.Of(Location.InFile("a.yaml")));
    }

    [Fact]
    public void A_line_of_great_length_is_left_out()
    {
        var text = SourceText.From(new string('x', 5000), "a.yaml");

        Assert.Equal(
            new SarifRegion(1, 11, 1, 12) { Snippet = "x" }, SarifRegion.Of(Location.Of(text, new TextSpan(10, 1))));
    }
}
