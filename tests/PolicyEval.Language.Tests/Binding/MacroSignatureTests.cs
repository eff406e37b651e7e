using PolicyEval.Language.Text;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>A macro that is called with too few or too many arguments says how it is written.</summary>
public class MacroSignatureTests
{
    [Theory]
    [InlineData("has()", "has() is written has(x.f)")]
    [InlineData("cel.bind(x, 1)", "cel.bind() is written cel.bind(x, value, expression)")]
    [InlineData("[1].all(x)", "all() is written list.all(x, condition) or list.all(i, x, condition)")]
    [InlineData("[1].exists(x)", "exists() is written list.exists(x, condition) or list.exists(i, x, condition)")]
    [InlineData("[1].exists_one(x)",
        "exists_one() is written list.exists_one(x, condition) or list.exists_one(i, x, condition)")]
    [InlineData("[1].existsOne(x)",
        "existsOne() is written list.existsOne(x, condition) or list.existsOne(i, x, condition)")]
    [InlineData("[1].filter(x)", "filter() is written list.filter(x, condition)")]
    [InlineData("[1].map(x)", "map() is written list.map(x, value) or list.map(x, condition, value)")]
    [InlineData("optional.of(1).optMap(x)", "optMap() is written optional.optMap(x, value)")]
    [InlineData("optional.of(1).optFlatMap(x)", "optFlatMap() is written optional.optFlatMap(x, optional)")]
    [InlineData("[1].sortBy(x)", "sortBy() is written list.sortBy(x, key)")]
    [InlineData("[1].transformList(i, x)",
        "transformList() is written list.transformList(i, x, value) or list.transformList(i, x, condition, value)")]
    [InlineData("m.transformMap(k, v)",
        "transformMap() is written map.transformMap(k, v, value) or map.transformMap(k, v, condition, value)")]
    [InlineData("m.transformMapEntry(k, v)",
        "transformMapEntry() is written map.transformMapEntry(k, v, {key: value}) or map.transformMapEntry(k, v, condition, {key: value})")]
    [InlineData("known()", "known() is written known(x.f)")]
    [InlineData("token()", "token() is written token(x.f)")]
    [InlineData("require()", "require() is written require(x.f)")]
    [InlineData("missing()", "missing() is written missing(x.f)")]
    public void A_macro_says_how_it_is_written(string text, string message)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance);

        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal("PE2016", diagnostic.Id);
        Assert.Equal(message, diagnostic.Message);
    }
}
