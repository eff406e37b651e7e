using PolicyEval.Evaluation.Functions;
using PolicyEval.Language;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Tests.Functions;

/// <summary>Expressions over the functions of the host; <c>x</c> is a text, <c>d</c> is anything.</summary>
internal static class HostExpression
{
    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .WithLibraries([.. CelLibraries.All, HostLibrary.Instance])
        .WithVariable("x", CelType.String)
        .WithVariable("d", CelType.Dyn);

    public static CelValue Evaluate(string expression, string x = "")
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), Environment);
        Assert.True(compilation.Expression is not null, string.Join('\n', compilation.Diagnostics));
        var frame = Environment.CreateFrame();
        frame.Variables[Environment.Variable("x")!.Slot] = CelValue.Of(x);
        frame.Variables[Environment.Variable("d")!.Slot] = CelValue.Of(x);
        return compilation.Expression.Evaluate(frame);
    }

    public static bool IsTrue(string expression, string x = "")
    {
        var value = Evaluate(expression, x);
        Assert.True(value.Kind == CelKind.Bool, value.ToString());
        return value.AsBool;
    }

    /// <summary>The message of the error that an expression gives.</summary>
    public static string Error(string expression, string x = "")
    {
        var value = Evaluate(expression, x);
        Assert.True(value.Kind == CelKind.Error, value.ToString());
        return value.AsError.Message;
    }

    /// <summary>What is said of a constant argument of an overload.</summary>
    public static ArgumentFault? FaultOf(string overload, int argument, string text) =>
        HostLibrary.Instance.Functions.SelectMany(f => f.Overloads).Single(o => o.Id == overload)
            .Checks.Single(c => c.Index == argument).Find(CelValue.Of(text));
}
