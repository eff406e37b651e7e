using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests;

public class CelCompilerTests
{
    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All).WithVariable("x", CelType.Int);

    [Fact]
    public void An_expression_becomes_a_delegate_over_slots()
    {
        var text = EmbeddedText.Whole("x * 2 + 1 > 6 && [1, 2].all(e, e < x)");

        var compilation = CelCompiler.Compile(text, Environment, CelType.Bool);


        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(CelType.Bool, compilation.ResultType);
        var frame = Environment.CreateFrame();
        frame.Variables[Environment.Variable("x")!.Slot] = CelValue.Of(3);
        Assert.True(compilation.Expression!.Evaluate(frame).IsTrue);
    }

    [Fact]
    public void A_mistake_is_a_diagnostic_and_leaves_no_expression()
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole("x + 1u", "p.yaml"), Environment);

        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal("PE2005", diagnostic.Id);
        Assert.Equal("p.yaml:1:1", diagnostic.Location.ToString());
        Assert.Equal(CelTypeKind.Error, compilation.ResultType.Kind);
        Assert.Null(compilation.Expression);
    }

    /// <summary>The type of a variable whose own expression is wrong, which was said there.</summary>
    [Theory]
    [InlineData("bad.map(e, e).join()")]
    [InlineData("bad.filter(e, true).size() > 0")]
    [InlineData("'a' + bad.optMap(e, e).orValue('')")]
    [InlineData("bad.field")]
    [InlineData("[bad.field]")]
    [InlineData("x > 1 ? bad.filter(e, true) : [1]")]
    public void What_uses_something_wrong_is_not_blamed_and_leaves_no_expression(string text)
    {
        var environment = Environment.WithVariable("bad", CelType.Error);

        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), environment);

        Assert.Empty(compilation.Diagnostics);
        Assert.Null(compilation.Expression);
    }

    [Theory]
    [InlineData("[1].size( == 0", "PE1007 10")]
    [InlineData("[1].size( .size() == 0", "PE1007 10")]
    [InlineData("[1].all(e, [e].size( > 0 && e > 0)", "PE1007 21")]
    [InlineData("[1].all(e, e.size ) > 0 && e > 0)", "PE1006 33")]
    [InlineData("[1].size( && true)", "PE1006 11")]
    public void A_call_that_lost_a_parenthesis_is_one_mistake(string text, string expected)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), Environment);

        Assert.Equal([expected], compilation.Diagnostics.Select(d => $"{d.Id} {d.Location.Column}"));
    }
}
