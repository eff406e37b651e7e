using PolicyEval.Language.Symbols;
using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>Compiles and evaluates in the test environment.</summary>
internal static class Evaluation
{
    public static CelValue Evaluate(string text, params (string Name, CelValue Value)[] variables) =>
        Evaluate(text, Frame(variables));

    public static CelValue Evaluate(string text, CelFrame frame, CelEnvironment? environment = null)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), environment ?? TestEnvironment.Instance);
        Assert.Empty(compilation.Diagnostics);
        return compilation.Expression!.Evaluate(frame);
    }

    public static CelValue EvaluateUnchecked(string text, params (string Name, CelValue Value)[] variables)
    {
        var compilation = CelCompiler.CompileUnchecked(EmbeddedText.Whole(text), TestEnvironment.Instance);
        Assert.Empty(compilation.Diagnostics);
        return compilation.Expression!.Evaluate(Frame(variables));
    }

    public static CelFrame Frame(params (string Name, CelValue Value)[] variables)
    {
        var frame = TestEnvironment.Instance.CreateFrame();
        foreach (var (name, value) in variables)
            frame.Variables[TestEnvironment.Instance.Variable(name)!.Slot] = value;
        return frame;
    }
}
