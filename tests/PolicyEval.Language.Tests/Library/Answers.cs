using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Tests.Emit;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Library;

/// <summary>What expressions over the libraries answer, with the checker and without it.</summary>
internal static class Answers
{
    /// <summary>The expression is true both ways.</summary>
    public static void Hold(string expression)
    {
        Assert.True(Evaluation.Evaluate(expression).IsTrue, $"{expression}: {Evaluation.Evaluate(expression)}");
        Assert.True(Evaluation.EvaluateUnchecked(expression).IsTrue, expression);
    }

    /// <summary>
    /// The expression is an error with this message both ways; one of a constant alone is refused by the checker.
    /// </summary>
    public static void Fail(string expression, string message)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), TestEnvironment.Instance);
        if (compilation.Diagnostics.IsEmpty)
            Assert.Equal(message, ErrorOf(Evaluation.Evaluate(expression)));
        else
            Assert.All(compilation.Diagnostics, d => Assert.Equal("PE2030", d.Id));
        Assert.Equal(message, ErrorOf(Evaluation.EvaluateUnchecked(expression)));
    }

    /// <summary>The error that a value is.</summary>
    public static string ErrorOf(CelValue value)
    {
        Assert.Equal(CelKind.Error, value.Kind);
        return value.AsError.Message;
    }
}
