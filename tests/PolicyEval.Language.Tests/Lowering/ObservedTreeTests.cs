using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;

namespace PolicyEval.Language.Tests.Lowering;

/// <summary>The tree that observers know says of every node what it is, what it names and where it stands.</summary>
public class ObservedTreeTests
{
    [Theory]
    [InlineData("1", "Constant", "")]
    [InlineData("int", "Constant", "")]
    [InlineData("i", "Variable", "i")]
    [InlineData("com.acme.x", "Variable", "com.acme.x")]
    [InlineData("row.region", "Field", "region", 4)]
    [InlineData("row.?region", "Field", "region", 4)]
    [InlineData("m.a", "Select", "a")]
    [InlineData("m.?a", "Select", "a")]
    [InlineData("has(row.region)", "Presence", "region", 4)]
    [InlineData("has(m.a)", "Presence", "a")]
    [InlineData("known(row.active)", "Evidence", "known", 1)]
    [InlineData("known(token(row.active))", "Evidence", "present", 1)]
    [InlineData("token(row.active)", "Evidence", "token", 1)]
    [InlineData("require(row.region)", "Evidence", "require", 4)]
    [InlineData("missing(row.active)", "Evidence", "missing", 1)]
    [InlineData("size(s)", "Call", "size")]
    [InlineData("i + 1", "Call", "_+_")]
    [InlineData("!b", "Not", "")]
    [InlineData("b && true", "And", "")]
    [InlineData("b || true", "Or", "")]
    [InlineData("b ? 1 : 2", "Conditional", "")]
    [InlineData("[1, 2]", "List", "")]
    [InlineData("{'a': 1}", "Map", "")]
    [InlineData("rows.all(r, r.active)", "Comprehension", "All")]
    [InlineData("rows.transformMap(i, r, r.name)", "Comprehension", "TransformMap")]
    [InlineData("cel.bind(x, i, x + x)", "Bind", "x")]
    [InlineData("m.?a.optMap(x, x + 1)", "OptionalMap", "optMap")]
    [InlineData("m.?a.optFlatMap(x, optional.of(x))", "OptionalMap", "optFlatMap")]
    public void A_node_has_its_kind_its_name_and_the_slot_of_its_field(
        string text, string kind, string name, int slot = -1)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        var tree = compilation.Expression!.Tree;
        Assert.Equal((kind, name, slot), (tree.Kind.ToString(), tree.Name, tree.Slot));
        Assert.Equal(compilation.ResultType, tree.Type);
        Assert.Equal(new TextSpan(0, text.Length), tree.Span);
    }

    [Theory]
    [InlineData("b ? i + 1 : row.count", "b, i + 1, row.count")]
    [InlineData("{'a': i, s: 2}", "'a', i, s, 2")]
    [InlineData("s.contains('a')", "s, 'a'")]
    [InlineData("rows.map(r, r.active, r.name)", "rows, r.active, r.name")]
    [InlineData("rows.filter(r, r.active)", "rows, r.active")]
    [InlineData("rows.map(r, r.name)", "rows, r.name")]
    [InlineData("cel.bind(x, i + 1, x * 2)", "i + 1, x * 2")]
    [InlineData("m.?a.optMap(x, x + 1)", "m.?a, x + 1")]
    [InlineData("known(row.active)", "row")]
    public void The_children_are_what_the_author_wrote_in_the_order_of_evaluation(string text, string children)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        var tree = compilation.Expression!.Tree;
        Assert.Equal(
            children, string.Join(", ", tree.Children.Select(c => text.Substring(c.Span.Start, c.Span.Length))));
    }

    [Fact]
    public void What_a_macro_declares_is_a_local()
    {
        var tree = CelCompiler.Compile(EmbeddedText.Whole("[1].map(e, e)"), TestEnvironment.Instance).Expression!.Tree;

        Assert.Equal((CelNodeKind.Local, "e", -1), (tree.Children[1].Kind, tree.Children[1].Name, tree.Children[1].Slot));
    }

    [Fact]
    public void What_nothing_declares_is_a_failure_where_nothing_is_checked()
    {
        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole("nobody"), TestEnvironment.Instance);

        Assert.Equal((CelNodeKind.Failure, ""), (compilation.Expression!.Tree.Kind, compilation.Expression.Tree.Name));
    }
}
