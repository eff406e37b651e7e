using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Syntax;

public class ParserTests
{
    private static readonly SyntaxKind[] BinaryOperators =
        [.. Enum.GetValues<SyntaxKind>().Where(k => SyntaxFacts.BinaryPrecedence(k) > 0)];

    [Fact]
    public void Every_pair_of_binary_operators_groups_by_precedence_and_to_the_left()
    {
        foreach (var first in BinaryOperators)
        {
            foreach (var second in BinaryOperators)
            {
                var (one, two) = (SyntaxFacts.Text(first), SyntaxFacts.Text(second));
                var text = $"a {one} b {two} c";
                var isFlat = first == second && first is SyntaxKind.AmpersandAmpersandToken or SyntaxKind.PipePipeToken;
                var expected = isFlat ? $"(a {one} b {two} c)"
                    : SyntaxFacts.BinaryPrecedence(first) >= SyntaxFacts.BinaryPrecedence(second)
                        ? $"((a {one} b) {two} c)"
                        : $"(a {one} (b {two} c))";
                Assert.Equal(expected, Grouped(Parse(text).Root));
            }
        }
    }

    [Theory]
    [InlineData("!a.b", "(!(a.b))")]
    [InlineData("-a * b", "((-a) * b)")]
    [InlineData("!!a && b", "((!(!a)) && b)")]
    [InlineData("--1", "(--1)")]
    [InlineData("!-1", "(!-1)")]
    [InlineData("1 -1", "(1 - 1)")]
    [InlineData("1 - -1", "(1 - -1)")]
    [InlineData("-1.5.f()", "f(-1.5)")]
    [InlineData("a ? b : c ? d : e", "(a ? b : (c ? d : e))")]
    [InlineData("a || b ? c || d : e", "((a || b) ? (c || d) : e)")]
    [InlineData(".a.b", "(.a.b)")]
    [InlineData("a.`x-y`", "(a.x-y)")]
    [InlineData("a.f(b, c)[d]", "f(a, b, c)[d]")]
    [InlineData("a.?b[?c]", "(a.?b)[?c]")]
    [InlineData("[a, ?b,]", "[a, ?b]")]
    [InlineData("{a: b, ?c: d,}", "{a: b, ?c: d}")]
    [InlineData("{}", "{}")]
    [InlineData("[,]", "[]")]
    [InlineData("{,}", "{}")]
    [InlineData("a.T{,}", "(a.T){}")]
    [InlineData("a.T{f: b, ?g: c,}", "(a.T){f: b, ?g: c}")]
    [InlineData("a.package.as()", "as((a.package))")]
    public void Expressions_group_as_the_grammar_says(string text, string expected)
    {
        var tree = Parse(text);

        Assert.Equal((expected, 0), (Grouped(tree.Root), tree.Diagnostics.Length));
    }

    [Theory]
    [InlineData("{|PE1006:|}")]
    [InlineData("1 + {|PE1006:|}")]
    [InlineData("1 {|PE1006:2|} 3")]
    [InlineData("1 + 2{|PE1006:)|}")]
    [InlineData("(1 + 2{|PE1007:|}")]
    [InlineData("f(1{|PE1006:,|})")]
    [InlineData("f(1, 2{|PE1007:|}")]
    [InlineData("[1, 2{|PE1007:|}")]
    [InlineData("[{|PE1006:,|}1]")]
    [InlineData("{1{|PE1007:|}}")]
    [InlineData("a.{|PE1007:|}")]
    [InlineData("a ? b{|PE1007:|}")]
    [InlineData("{|PE1006:&&|} a")]
    [InlineData("-{|PE1006:!|}a")]
    [InlineData("!{|PE1006:-|}a")]
    [InlineData("{|PE1008:for|} + 1")]
    [InlineData("{|PE1008:import|}(1)")]
    [InlineData("a {|PE1001:#|} b")]
    [InlineData("[{|PE1006:+|} 1, {|PE1006:*|} 2]")]
    [InlineData("a {|PE1013:=|} b {|PE1013:&|} c {|PE1013:<>|} d")]
    [InlineData("a {|PE1013:===|} b {|PE1013:and|} {|PE1013:NOT|} c {|PE1013:or|} d {|PE1013:not in|} e")]
    [InlineData("a == {|PE1014:\u2018b\u2019|} && c")]
    [InlineData("{|PE1014:us\u0435r|}.x{|PE1014:\u00A0|}== b")]
    [InlineData("{|PE1015:gr\u00F6\u00DFe|} == b")]
    [InlineData("{|PE1016:rb|}'a' == b")]
    [InlineData("a == {|PE1012:'b && c == '|}d'")]
    [InlineData("a == {|PE1012:us-east'|} && c == 'd'")]
    [InlineData("f(a == {|PE1002:'b)|}")]
    [InlineData("a ? {|PE1006:?|} b : c")]
    [InlineData("a {|PE1013:inn|} b")]
    public void A_mistake_is_one_report_at_its_place(string marked)
    {
        var text = MarkedText.Parse(marked);

        var tree = Parse(text.Text);

        Assert.Equal(
            text.Spans.Select(s => $"{s.Name} {s.Start + 1}-{s.End + 1}"),
            tree.Diagnostics.Select(d => $"{d.Id} {d.Location.Column}-{d.Location.EndColumn}"));
    }

    [Theory]
    [InlineData("[1 2 3]", 2)]
    [InlineData("f(a b)", 1)]
    public void A_missing_comma_is_stepped_over(string text, int count)
    {
        var tree = Parse(text);

        Assert.Equal(Enumerable.Repeat("PE1007", count), tree.Diagnostics.Select(d => d.Id));
        Assert.Equal(tree.Root.Span.Length, text.Length);
    }

    [Fact]
    public void There_is_a_tree_for_every_prefix_and_every_gap_of_a_long_expression()
    {
        const string Text = "a.b(c, [1, {'x': -2u}])[?0] ? !d.?e && .f.T{g: 1e3} : has(h.`i`) || 'j' in k // end";
        for (var i = 0; i <= Text.Length; i++)
        {
            Assert.NotNull(Parse(Text[..i]).Root);
            Assert.NotNull(Parse(Text.Remove(i, Math.Min(3, Text.Length - i))).Root);
        }
    }

    [Fact]
    public void Spans_of_children_lie_inside_their_parents()
    {
        AssertInside(Parse("a.b(c, [1, {'x': -2u}])[0] ? !d.e && .f : (h.`i` + 1) || 'j' in k").Root);

        static void AssertInside(SyntaxNode node)
        {
            foreach (var child in node.Children)
            {
                Assert.InRange(child.Span.Start, node.Span.Start, node.Span.End);
                Assert.InRange(child.Span.End, node.Span.Start, node.Span.End);
                AssertInside(child);
            }
        }
    }

    [Theory]
    [InlineData("(", 249, true)]
    [InlineData("(", 250, false)]
    [InlineData("[", 249, true)]
    [InlineData("[", 250, false)]
    [InlineData("!", 400, true)]
    [InlineData("!", 600, false)]
    [InlineData("a ? b : ", 249, true)]
    [InlineData("a ? b : ", 250, false)]
    public void Depth_has_a_limit(string open, int count, bool isFine)
    {
        var close = open switch { "(" => ")", "[" => "]", _ => "" };
        var tree = Parse(string.Concat(Enumerable.Repeat(open, count)) + "a" + string.Concat(Enumerable.Repeat(close, count)));

        Assert.Equal(isFine ? [] : ["PE1009"], tree.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("a && ", 5000, true)]
    [InlineData("a || ", 5000, true)]
    [InlineData("a + ", 400, true)]
    [InlineData("a + ", 5000, false)]
    [InlineData("a.", 5000, false)]
    [InlineData("-!", 5000, false)]
    [InlineData("a ? ", 5000, false)]
    [InlineData("a.?b", 5000, false)]
    [InlineData("a[?0]", 5000, false)]
    [InlineData("a.optMap(x, ", 5000, false)]
    [InlineData("cel.bind(x, 1, ", 5000, false)]
    public void Chains_are_flat_or_have_a_limit(string part, int count, bool isFine)
    {
        var tree = Parse(string.Concat(Enumerable.Repeat(part, count)) + "a");

        Assert.Equal(isFine, tree.Diagnostics.IsEmpty);
        Assert.Contains(tree.Diagnostics.Select(d => d.Id).Append("PE1009"), id => id == "PE1009");
    }

    [Fact]
    public void Length_has_a_limit_in_code_points()
    {
        Assert.Empty(Parse("'" + string.Concat(Enumerable.Repeat("\U0001F431", 99_998)) + "'").Diagnostics);
        Assert.Equal("PE1010", Assert.Single(Parse("'" + new string('a', 99_999) + "'").Diagnostics).Id);
    }

    [Fact]
    public void Errors_have_a_limit()
    {
        var diagnostics = Parse(string.Concat(Enumerable.Repeat("'\\q' + ", 40)) + "1").Diagnostics;

        Assert.Equal(31, diagnostics.Length);
        Assert.Equal("PE1011", diagnostics[^1].Id);
    }

    [Fact]
    public void The_printer_shows_kind_text_and_span()
    {
        var printed = SyntaxPrinter.Print(Parse("a.f(-1) && !b[0]").Root);

        string[] expected =
        [
            "LogicalExpression && [0..16)",
            "  CallExpression .f() [0..7)",
            "    NameExpression a [0..1)",
            "    LiteralExpression -1 [4..6)",
            "  UnaryExpression ! [11..16)",
            "    IndexExpression [12..16)",
            "      NameExpression b [12..13)",
            "      LiteralExpression 0 [14..15)",
            "",
        ];
        Assert.Equal(expected, printed.Split('\n'));
    }

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(EmbeddedText.Whole(text), CompilationLimits.Default);

    private static string Grouped(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax n => $"{n.Minus?.Text}{n.Token.Text}",
        NameExpressionSyntax n => $"{n.Dot?.Text}{n.Identifier.Text}",
        MemberExpressionSyntax n => $"({Grouped(n.Operand)}.{(n.IsOptional ? "?" : "")}{n.Name.Text})",
        IndexExpressionSyntax n => $"{Grouped(n.Operand)}[{(n.IsOptional ? "?" : "")}{Grouped(n.Index)}]",
        CallExpressionSyntax n => $"{n.Name.Text}({string.Join(", ", n.Children.Select(Grouped))})",
        UnaryExpressionSyntax n => $"({n.OperatorToken.Text}{Grouped(n.Operand)})",
        BinaryExpressionSyntax n => $"({Grouped(n.Left)} {n.OperatorToken.Text} {Grouped(n.Right)})",
        LogicalExpressionSyntax n => $"({string.Join($" {SyntaxFacts.Text(n.OperatorKind)} ", n.Terms.Select(Grouped))})",
        ConditionalExpressionSyntax n => $"({Grouped(n.Condition)} ? {Grouped(n.WhenTrue)} : {Grouped(n.WhenFalse)})",
        ParenthesizedExpressionSyntax n => Grouped(n.Expression),
        ListExpressionSyntax n => $"[{string.Join(", ", n.Elements.Select(Grouped))}]",
        ListElementSyntax n => $"{(n.IsOptional ? "?" : "")}{Grouped(n.Value)}",
        MapExpressionSyntax n => $"{{{string.Join(", ", n.Entries.Select(Grouped))}}}",
        MapEntrySyntax n => $"{(n.IsOptional ? "?" : "")}{Grouped(n.Key)}: {Grouped(n.Value)}",
        MessageExpressionSyntax n => $"{Grouped(n.TypeName)}{{{string.Join(", ", n.Fields.Select(Grouped))}}}",
        FieldInitializerSyntax n => $"{(n.IsOptional ? "?" : "")}{n.Name.Text}: {Grouped(n.Value)}",
        _ => "<missing>",
    };
}
