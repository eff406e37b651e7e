using System.Text;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Syntax;

public class LexerTests
{
    private static readonly (SyntaxKind Kind, string Text)[] WithoutFixedText =
    [
        (SyntaxKind.IdentifierToken, "_a1"),
        (SyntaxKind.IdentifierToken, "package"),
        (SyntaxKind.QuotedIdentifierToken, "`a-b.c/d e`"),
        (SyntaxKind.IntToken, "12"),
        (SyntaxKind.IntToken, "0x1F"),
        (SyntaxKind.UintToken, "12u"),
        (SyntaxKind.UintToken, "0x1FU"),
        (SyntaxKind.DoubleToken, "1.5"),
        (SyntaxKind.DoubleToken, ".5"),
        (SyntaxKind.DoubleToken, "1e3"),
        (SyntaxKind.DoubleToken, "1.5E-3"),
        (SyntaxKind.StringToken, "'a'"),
        (SyntaxKind.StringToken, "\"\"\"a\nb\"\"\""),
        (SyntaxKind.StringToken, "R'\\d'"),
        (SyntaxKind.BytesToken, "b'a'"),
        (SyntaxKind.BytesToken, "bR'''a'''"),
    ];

    public static TheoryData<string, string> TokenTexts()
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in Enum.GetValues<SyntaxKind>())
        {
            if (SyntaxFacts.Text(kind) is { } text)
                data.Add(kind.ToString(), text);
        }

        foreach (var (kind, text) in WithoutFixedText)
            data.Add(kind.ToString(), text);
        return data;
    }

    [Fact]
    public void Every_kind_of_token_has_a_text_in_these_tests()
    {
        var tested = TokenTexts().Select(row => (string)row[0]).ToHashSet();

        var kinds = Enum.GetValues<SyntaxKind>()
            .Where(k => k < SyntaxKind.MissingExpression && k != SyntaxKind.EndOfTextToken).Select(k => k.ToString());
        Assert.DoesNotContain(kinds, k => !tested.Contains(k));
    }

    [Theory]
    [MemberData(nameof(TokenTexts))]
    public void A_token_is_lexed_alone(string kind, string text)
    {
        var tokens = Lex(text, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal([kind, "EndOfTextToken"], tokens.Select(t => t.Kind.ToString()));
        Assert.Equal(new TextSpan(0, text.Length), tokens[0].Span);
    }

    [Fact]
    public void Any_two_tokens_with_a_blank_between_them_stay_two()
    {
        foreach (var left in TokenTexts())
        {
            foreach (var right in TokenTexts())
            {
                var tokens = Lex($"{left[1]} {right[1]}", out var diagnostics);
                Assert.Empty(diagnostics);
                Assert.Equal([left[0], right[0], "EndOfTextToken"], tokens.Select(t => (object)t.Kind.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("1.", "IntToken DotToken")]
    [InlineData("1.a", "IntToken DotToken IdentifierToken")]
    [InlineData("a.5", "IdentifierToken DoubleToken")]
    [InlineData("truex", "IdentifierToken")]
    [InlineData("rb", "IdentifierToken")]
    [InlineData("a//b\n//c", "IdentifierToken")]
    [InlineData("<=>=", "LessEqualsToken GreaterEqualsToken")]
    [InlineData("\t\f\r\n a", "IdentifierToken")]
    public void Texts_are_cut_where_the_grammar_cuts_them(string text, string kinds)
    {
        var tokens = Lex(text, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(kinds + " EndOfTextToken", string.Join(' ', tokens.Select(t => t.Kind)));
    }

    [Theory]
    [InlineData("'\\a\\b\\f\\n\\r\\t\\v\\\\\\?\\\"\\'\\`'", "\a\b\f\n\r\t\v\\?\"'`")]
    [InlineData("'\\x41\\X42\\u0043\\U00000044\\105'", "ABCDE")]
    [InlineData("'\\377'", "\u00ff")]
    [InlineData("'\\U0001F431'", "\U0001F431")]
    [InlineData("r'\\n\\'", "\\n\\")]
    [InlineData("'''a'b''c'''", "a'b''c")]
    [InlineData("\"\"\"a\r\nb\"\"\"", "a\r\nb")]
    [InlineData("''", "")]
    [InlineData("'\U0001F431'", "\U0001F431")]
    public void Escapes_of_a_string_are_code_points(string text, string value) =>
        Assert.Equal(value, Lex(text, out _)[0].Value);

    [Theory]
    [InlineData("b'\\377\\x00'", new byte[] { 255, 0 })]
    [InlineData("b'\u00ff'", new byte[] { 0xc3, 0xbf })]
    [InlineData("br'\\x'", new byte[] { (byte)'\\', (byte)'x' })]
    public void Escapes_of_bytes_are_octets_and_plain_text_is_UTF8(string text, byte[] value) =>
        Assert.Equal(value, Lex(text, out _)[0].Value);

    [Theory]
    [InlineData("1 {|PE1001:#|} 2")]
    [InlineData("{|PE1001:\U0001F431|}")]
    [InlineData("a {|PE1001:;|} b")]
    [InlineData("{|PE1002:'abc|}")]
    [InlineData("{|PE1002:'abc|}\n+ 1")]
    [InlineData("{|PE1002:'''abc'|}")]
    [InlineData("'a{|PE1003:\\q|}b'")]
    [InlineData("'{|PE1003:\\x4|}'")]
    [InlineData("'{|PE1003:\\4|}00'")]
    [InlineData("'{|PE1003:\\12|}'")]
    [InlineData("'{|PE1003:\\uD800|}'")]
    [InlineData("'{|PE1003:\\U00110000|}'")]
    [InlineData("b'{|PE1003:\\u0041|}'")]
    [InlineData("{|PE1004:12abc|}")]
    [InlineData("{|PE1004:0x|}")]
    [InlineData("{|PE1004:1e|}")]
    [InlineData("{|PE1004:1.5u|}")]
    [InlineData("a.{|PE1005:`a|}")]
    [InlineData("a.{|PE1005:``|}")]
    public void A_mistake_is_reported_at_its_place(string marked)
    {
        var text = MarkedText.Parse(marked);

        Lex(text.Text, out var diagnostics);

        var diagnostic = Assert.Single(diagnostics);
        var span = Assert.Single(text.Spans);
        var source = SourceText.From(text.Text);
        Assert.Equal(
            (span.Name, Location.Of(source, TextSpan.FromBounds(span.Start, span.End)).ToString()),
            (diagnostic.Id, diagnostic.Location.ToString()));
        Assert.Equal(source.ColumnOf(span.End), diagnostic.Location.EndColumn);
    }

    [Fact]
    public void Lone_surrogates_do_no_harm()
    {
        var tokens = Lex("'\ud800' + b'\udc00'", out _);

        Assert.Equal(Encoding.UTF8.GetBytes("\ufffd"), tokens[2].Value);
    }

    private static SyntaxToken[] Lex(string text, out DiagnosticBag diagnostics)
    {
        diagnostics = [];
        return [.. new Lexer(EmbeddedText.Whole(text), diagnostics).Lex()];
    }
}
