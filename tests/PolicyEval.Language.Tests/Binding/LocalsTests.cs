using PolicyEval.Language.Binding;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>The slots of what macros declare, and how deep the evaluation of deferred values goes.</summary>
public class LocalsTests
{
    [Theory]
    [InlineData("i", 0)]
    [InlineData("[1].all(a, a > 0)", 1)]
    [InlineData("[1].all(a, a > 0) && [1].all(c, c > 0)", 1)]
    [InlineData("[1].all(a, [1].all(c, a > c))", 2)]
    [InlineData("[1].all(a, c, a > c)", 2)]
    [InlineData("[[1]].all(a, a.all(c, [1].all(e, e > c)) && a.all(c, c > 0))", 3)]
    [InlineData("optional.of(1).optMap(a, a)", 1)]
    [InlineData("optional.of(1).optFlatMap(a, optional.of(a)).optMap(c, c)", 1)]
    [InlineData("[1].sortBy(a, a)", 1)]
    [InlineData("cel.bind(a, 1, a)", 1)]
    [InlineData("cel.bind(a, [1].map(c, c), a)", 2)]
    [InlineData("cel.bind(a, [1].map(c, c), [1].map(e, a))", 3)]
    [InlineData("cel.bind(a, [1].map(c, c), cel.bind(e, [2].map(f, f), a + e))", 4)]
    [InlineData("[1].map(a, cel.bind(c, [1].map(e, e), [1].map(f, c)))", 4)]
    [InlineData("cel.bind(a, 1, a) + cel.bind(c, 2, c)", 1)]
    [InlineData("cel.bind(a, [1].map(c, c), a) + cel.bind(e, 1, [e])", 2)]
    [InlineData("[[1, 2]].map(a, a.map(c, c)) == [[1]].map(a, cel.bind(c, a, c))", 2)]
    public void Macros_that_do_not_nest_share_their_slots(string text, int count)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(count, compilation.Bound.LocalCount);
    }

    /// <summary>The value of a deferred local may be computed in the middle of a loop of the body.</summary>
    [Theory]
    [InlineData("cel.bind(a, [1].map(c, c), [2].map(e, a))",
        "Bind(a@0, Map(c@1, [1~int]~list(int), c~int)~list(int), Map(e@2, [2~int]~list(int), a~list(int))~list(list(int)))~list(list(int))")]
    [InlineData("[1].map(x, cel.bind(a, x, [2].map(e, a)))",
        "Map(x@0, [1~int]~list(int), Bind(a@1, x~int, Map(e@2, [2~int]~list(int), a~int)~list(int))~list(int))~list(list(int))")]
    [InlineData("cel.bind(a, [1].map(c, c), a) == [2].map(e, e)",
        "_==_(Bind(a@0, Map(c@1, [1~int]~list(int), c~int)~list(int), a~list(int))~list(int), Map(e@0, [2~int]~list(int), e~int)~list(int))~bool^equals")]
    [InlineData("[1].map(x, [2].map(y, y)) == [[3]].map(z, z)",
        "_==_(Map(x@0, [1~int]~list(int), Map(y@1, [2~int]~list(int), y~int)~list(int))~list(list(int)), Map(z@0, [[3~int]~list(int)]~list(list(int)), z~list(int))~list(list(int)))~bool^equals")]
    public void A_deferred_value_has_its_locals_beside_those_of_the_body(string text, string expected)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(expected, BoundPrinter.Print(compilation.Bound.Root));
    }

    [Theory]
    [InlineData("cel.bind(x, i + i + i, x)", 5)]
    [InlineData("cel.bind(x, i + i + i, x + 1)", 6)]
    [InlineData("cel.bind(x, i + i + i, cel.bind(y, x, y + 1))", 8)]
    [InlineData("cel.bind(x, i + i + i, cel.bind(y, i, y + 1))", 5)]
    public void The_height_of_a_deferred_value_counts_where_it_is_read(string text, int height)
    {
        var enough = TestEnvironment.Instance.WithLimits(new CompilationLimits { MaxHeight = height });
        var short_ = TestEnvironment.Instance.WithLimits(new CompilationLimits { MaxHeight = height - 1 });

        Assert.Empty(CelCompiler.Compile(EmbeddedText.Whole(text), enough).Diagnostics);
        var diagnostic = Assert.Single(CelCompiler.Compile(EmbeddedText.Whole(text), short_).Diagnostics);
        Assert.Equal(("PE1009", $"{height - 1}"), (diagnostic.Id, diagnostic.Arguments[0]));
        Assert.Equal((1, text.Length + 1), (diagnostic.Location.Column, diagnostic.Location.EndColumn));
    }

    [Theory]
    [InlineData("[1].all(xyz, true)", "xyz")]
    [InlineData("m.map(xyz, 1)", "xyz")]
    [InlineData("m.?a.optMap(xyz, 1)", "xyz")]
    [InlineData("cel.bind(xyz, 1, 2)", "xyz")]
    public void A_local_knows_where_it_is_declared(string text, string name)
    {
        var bound = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Bound.Root;
        var local = bound switch
        {
            BoundComprehension loop => loop.Variables[0],
            BoundOptionalMap map => map.Variable,
            _ => Assert.IsType<BoundBind>(bound).Variable,
        };

        Assert.Equal(new TextSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length), local.Span);
    }

    [Theory]
    [InlineData("i + 1 < 2 && b", false)]
    [InlineData("[1] == [2]", false)]
    [InlineData("size(s) > 0", false)]
    [InlineData("s.startsWith('a')", false)]
    [InlineData("asOf + duration('1s') > asOf", false)]
    [InlineData("s + s == ''", true)]
    [InlineData("string(i) == ''", true)]
    [InlineData("[1] + [2] == []", true)]
    [InlineData("bytes(s) == b''", true)]
    [InlineData("optional.of(s).hasValue()", false)]
    [InlineData("[2, 1].sortBy(e, e) == []", true)]
    [InlineData("d + d == 1", true)]
    [InlineData("s + s + s == ''", true)]
    [InlineData("s + s == '' && i < 1", true)]
    public void What_may_make_large_values_is_metered(string text, bool isMetered)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(isMetered, compilation.Bound.IsMetered);
    }
}
