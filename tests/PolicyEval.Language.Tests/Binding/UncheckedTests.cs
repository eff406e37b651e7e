using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>
/// Without the checker names are resolved and macros expanded all the same; types are dyn, and what is undeclared fails
/// when it is evaluated.
/// </summary>
public class UncheckedTests
{
    [Theory]
    [InlineData("i + 1", "_+_(i~dyn, 1~int)~dyn")]
    [InlineData("-i", "-_(i~dyn)~dyn")]
    [InlineData("!i == 1", "_==_(!_(i~dyn)~bool, 1~int)~dyn")]
    [InlineData("i && s", "_&&_(i~dyn, s~dyn)~bool")]
    [InlineData("i ? 1 : s", "_?_:_(i~dyn, 1~int, s~dyn)~dyn")]
    [InlineData("row.region", "row~test.row.region#4~dyn")]
    [InlineData("row.?region", "row~test.row.?region#4~dyn")]
    [InlineData("has(row.region)", "has(row~test.row.region#4)~bool")]
    [InlineData("token(row.active)", "token(row~test.row.active#1)~string")]
    [InlineData("m.a", "m~dyn.a~dyn")]
    [InlineData("m.?a.b", "m~dyn.?a~dyn.b~dyn")]
    [InlineData("[]", "[]~list(dyn)")]
    [InlineData("[1, 2]", "[1~int, 2~int]~list(dyn)")]
    [InlineData("[?i]", "[?i~dyn]~list(dyn)")]
    [InlineData("[?1]", "[?1~int]~list(dyn)")]
    [InlineData("{}", "{}~map(dyn, dyn)")]
    [InlineData("{1.5: 2}", "{1.5~double: 2~int}~map(dyn, dyn)")]
    [InlineData("int", "int~dyn")]
    [InlineData("math.twice(s)", "math.twice(s~dyn)~dyn")]
    [InlineData("s.size()", "s~dyn.size()~dyn")]
    [InlineData("i.map(e, e)", "Map(e@0, i~dyn, e~dyn)~list(dyn)")]
    [InlineData("rows.all(r, r.active)", "All(r@0, rows~dyn, r~dyn.active~dyn)~bool")]
    [InlineData("[1].all(k, v, k)", "All(k@0, v@1, [1~int]~list(dyn), k~dyn)~bool")]
    [InlineData("i.filter(e, e)", "Filter(e@0, i~dyn, e~dyn)~list(dyn)")]
    [InlineData("i.transformMap(k, v, v)", "TransformMap(k@0, v@1, i~dyn, v~dyn)~map(dyn, dyn)")]
    [InlineData("i.transformMapEntry(k, v, s)", "TransformMapEntry(k@0, v@1, i~dyn, s~dyn)~dyn")]
    [InlineData("i.optMap(x, x)", "optMap(x@0, i~dyn, x~dyn)~dyn")]
    [InlineData("i.optFlatMap(x, 1)", "optFlatMap(x@0, i~dyn, 1~int)~dyn")]
    [InlineData("[3].sortBy(x, [x])",
        "lists.@sortByKeys(Map(x@0, [3~int]~list(dyn), [[x~dyn]~list(dyn), x~dyn]~list(dyn))~list(list(dyn)))~list(dyn)^list_sort_by_keys")]
    [InlineData("1.x", "1~int.x~dyn")]
    [InlineData("'a'.size", "\"a\"~string.size~dyn")]
    [InlineData("has([1].x)", "has([1~int]~list(dyn).x)~bool")]
    [InlineData("1.all(e, e)", "All(e@0, 1~int, e~dyn)~bool")]
    [InlineData("row.all(e, e)", "All(e@0, row~test.row, e~dyn)~bool")]
    public void Types_are_dyn_but_for_those_of_records_and_literals(string text, string expected)
    {
        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(expected, BoundPrinter.Print(compilation.Bound.Root));
    }

    [Theory]
    [InlineData("1.x")]
    [InlineData("1.?x")]
    [InlineData("has(1.x)")]
    [InlineData("1.all(e, true)")]
    [InlineData("[1].sortBy(e, [e])")]
    [InlineData("[?1]")]
    [InlineData("!1")]
    [InlineData("{1.5: 1}")]
    public void What_the_checker_would_refuse_fails_when_it_is_evaluated(string text)
    {
        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        var value = compilation.Expression!.Evaluate(TestEnvironment.Instance.CreateFrame());
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.NotEmpty(CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Diagnostics);
    }

    [Theory]
    [InlineData("nobody", "undeclared reference to 'nobody'", 0, 6)]
    [InlineData("nobody.at.home", "undeclared reference to 'nobody'", 0, 6)]
    [InlineData("com.acme.y", "undeclared reference to 'com.acme.y'", 0, 10)]
    [InlineData("size", "undeclared reference to 'size'", 0, 4)]
    [InlineData("row.nothing", "no such field: 'nothing'", 0, 11)]
    [InlineData("nothing(i)", "unbound function: 'nothing'", 0, 10)]
    [InlineData("s.nothing(i)", "unbound function: 'nothing'", 0, 12)]
    [InlineData("math.nothing(i)", "unbound function: 'nothing'", 0, 15)]
    public void What_is_undeclared_fails_when_it_is_evaluated(string text, string message, int start, int length)
    {
        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance);

        Assert.Empty(compilation.Diagnostics);
        var error = compilation.Expression!.Evaluate(TestEnvironment.Instance.CreateFrame()).AsError;
        Assert.Equal((message, (TextSpan?)new TextSpan(start, length)), (error.Message, error.Span));
    }

    [Fact]
    public void An_operator_that_the_environment_has_not_fails_when_it_is_evaluated()
    {
        var empty = Language.Symbols.CelEnvironment.Empty;

        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole("1 + 2"), empty);

        Assert.Empty(compilation.Diagnostics);
        var value = compilation.Expression!.Evaluate(empty.CreateFrame());
        Assert.Equal(CelKind.Error, value.Kind);
        Assert.Equal("unbound function: '_+_'", value.AsError.Message);
    }

    [Theory]
    [InlineData("i < 2", false)]
    [InlineData("s + i", true)]
    [InlineData("string(i)", true)]
    [InlineData("s + s + s", true)]
    [InlineData("string(i) < s && s < s", true)]
    public void What_may_make_large_values_is_metered(string text, bool isMetered) => Assert.Equal(
        isMetered,
        CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance).Bound.IsMetered);

    [Fact]
    public void What_a_function_that_is_not_there_is_called_with_is_looked_at()
    {
        var wrong = CelCompiler.CompileUnchecked(EmbeddedText.Whole("nothing(has(i))"), TestEnvironment.Instance);
        var right = CelCompiler.CompileUnchecked(EmbeddedText.Whole("nothing(row.name)"), TestEnvironment.Instance);

        Assert.Equal("PE2009", Assert.Single(wrong.Diagnostics).Id);
        Assert.Equal("name", Assert.Single(right.Expression!.Fields).Field.Name);
    }
}
