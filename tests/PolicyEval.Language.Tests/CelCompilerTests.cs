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
}
