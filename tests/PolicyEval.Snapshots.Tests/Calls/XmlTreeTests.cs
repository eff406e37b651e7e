using System.Text;
using System.Xml;
using CsCheck;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>
/// What the small reader of XML makes of a text is what the one of .NET makes of it; what one refuses the other does.
/// CsCheck prints the seed of a failure; CsCheck_Seed repeats it.
/// </summary>
public sealed class XmlTreeTests
{
    private static readonly string[] Pieces =
    [
        "<a>", "</a>", "<b/>", "<b />", "<member>", "</member>", "</member >", "x", " ", "\n", "\r", "\r\n", "\t",
        "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x41;", "&#X41;", "&#0;", "&#xD;", "&#x1F600;",
        "&#xD800;", "&#x110000;", "&#;", "&#x;", "&#99999999999;", "&nbsp;", "&amp ;", "&", ";", "]]>", "]", "]]", ">",
        "<", "</", "<a", "< a>", "=", "'", "\"", " xmlns=\"https://iam.amazonaws.com/doc/\"", " xmlns=''",
        " xmlns='http://www.w3.org/2000/xmlns/'", " xmlns='http://www.w3.org/XML/1998/namespace'", " xmlns:x='u'",
        " xmlns:y='u'", " xmlns:x=''", " xmlns:xml='u'", " xmlns:xmlns='u'", " x:c='1'", " y:c='1'", " b=\"c\"",
        " b='&lt;&#10;'", " b='<'", " b='&c;'", "b='c'", " b = 'c' ", " b=c", " xml:space='preserve'",
        " xml:space='x'", " xml:lang='x'", "<!-- c -->", "<!---->", "<!-- - -->", "<!-- -- -->", "<!-- --->", "<!-->",
        "<!--", "-->", "<![CDATA[d]]>", "<![CDATA[]]>", "<![CDATA[]]]]>", "<![CDATA[&<\r\n]]>", "<![CDATA[",
        "<?p i?>", "<?p?>", "<?p", "<? p?>", "<?p:q?>", "<?xml?>", "<?XML v?>", "?>", "<!DOCTYPE a>", "<!ELEMENT a>",
        "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8'?>", "<?xml version='1.1'?>",
        "<?xml version='1.0' standalone='yes' ?>", "<?xml version='1.0' standalone='x'?>", "<?xml encoding='utf-8'?>",
        "é", "😀", "\u0085", "\u2028", "\uFFFD", "\uFFFE", "\uFFFF", "\u0001", "\0", "<x:y>", "</x:y>", "<x:>", "<:y>",
        "<x:y:z>", "<xmlns:y>", "<xml:y/>", "<1>", "<a.b-c_1>", "</a.b-c_1>", "<_a>", "</_a>", "<é>", "</é>", "<é·>",
    ];

    private const string Answer =
        "<?xml version=\"1.0\" encoding='utf-8'?>\r\n<ListUsersResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
        + "\n  <ListUsersResult>\r\n    <Users>\n      <member xmlns:x='urn:x' x:y=\"z\"><Path>/</Path>\n"
        + "        <UserName>é&amp;&#x1F600;😀<![CDATA[<d>]]>e</UserName><x:Arn/></member><!-- c -->\r    </Users>\n"
        + "  </ListUsersResult>\n  <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata >\n</ListUsersResponse>\n";

    [Fact]
    public void Whatever_stands_there_is_read_as_by_the_full_reader() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 9], Gen.Int[0, 3]).Sample(
            one =>
            {
                var inner = string.Concat(one.Item1.Select(piece => Pieces[piece]));
                AssertSame(one.Item2 switch
                {
                    0 => inner,
                    1 => $"<a {inner}/>",
                    2 => $"<a>{inner}</a>",
                    _ => $"<a>\n  <b>{inner}</b>\n</a>",
                });
            },
            iter: 50_000);

    [Fact]
    public void An_answer_that_is_cut_is_broken_where_it_ends()
    {
        for (var length = Answer.IndexOf("List", StringComparison.Ordinal); length < Answer.Length - 1; length++)
        {
            if (char.IsHighSurrogate(Answer[length - 1]))
                continue;
            var text = Answer[..length];
            var lines = text.ReplaceLineEndings("\n").Split('\n');
            AssertSame(text);
            Assert.Equal((text, $"{lines.Length}:{lines[^1].Length + 1}"), (text, Read(text).Place));
        }
    }

    [Fact]
    public void An_answer_with_one_letter_changed_or_lost_is_read_as_by_the_full_reader()
    {
        for (var at = 0; at < Answer.Length; at++)
        {
            if (char.IsSurrogate(Answer[at]))
                continue;
            AssertSame(Answer.Remove(at, 1));
            foreach (var letter in "<>&/'\"=:;-?![] \r\nxé\u0001")
                AssertSame($"{Answer[..at]}{letter}{Answer[(at + 1)..]}");
        }
    }

    [Theory]
    [InlineData("<a>\n <b></c>", 2, 7)]
    [InlineData("<a>\r\n\r<b>é&x;", 3, 6)]
    [InlineData("<a>😀<b>\u0001</b></a>", 1, 9)]
    [InlineData("<!DOCTYPE a><a/>", 1, 3)]
    [InlineData("<a/><b/>", 1, 6)]
    [InlineData("<a/></a>", 1, 7)]
    [InlineData("<a/>text", 1, 5)]
    [InlineData("<a/><![CDATA[text]]>", 1, 5)]
    [InlineData("", 1, 1)]
    public void The_place_of_what_is_wrong_is_known(string text, int line, int column) =>
        Assert.Equal((null, $"{line}:{column}"), Read(text));

    [Fact]
    public void Elements_are_nested_in_at_most_64()
    {
        Assert.NotNull(Read(Nested(64)).Tree);
        Assert.Equal((null, "1:194"), Read(Nested(65)));
        Assert.Equal((null, "1:194"), Read(Nested(200_000)));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static void AssertSame(string text)
    {
        var expected = ReadFully(text).Tree;
        var (actual, place) = Read(text);
        Assert.Equal((text, expected), (text, actual));
        Assert.Equal(expected is null, place.Length > 0);
    }

    private static (string? Tree, string Place) ReadFully(string text)
    {
        try
        {
            return (Print(FullXmlReader.Read(text)), "");
        }
        catch (XmlException exception)
        {
            return (null, $"{exception.LineNumber}:{exception.LinePosition}");
        }
    }

    private static (string? Tree, string Place) Read(string text)
    {
        try
        {
            return (Print(XmlTree.Read(Encoding.UTF8.GetBytes(text))), "");
        }
        catch (BrokenXmlException exception)
        {
            return (null, $"{exception.Line}:{exception.Column}");
        }
    }

    private static string Print(XmlItem item)
    {
        var text = new StringBuilder($"({item.Name} [{item.Text}]");
        foreach (var child in item.Children)
            text.Append(Print(child));
        return text.Append(')').ToString();
    }
}
