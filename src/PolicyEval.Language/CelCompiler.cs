using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language;

/// <summary>The door of the language: CEL from text to delegate, through the stages that the folders are.</summary>
public static class CelCompiler
{
    /// <summary>Compiles an expression. Every mistake is a diagnostic; nothing is thrown.</summary>
    /// <param name="text">The expression, with its place in the file around it.</param>
    /// <param name="environment">What it may name.</param>
    /// <param name="expected">The type that the result must have, or null for any.</param>
    public static CelCompilation Compile(EmbeddedText text, CelEnvironment environment, CelType? expected = null) =>
        Compile(text, environment, expected, isChecked: true);

    /// <summary>
    /// Compiles without the type checker: names are resolved, and overloads are chosen at run time by the kinds of the
    /// arguments. What is undeclared fails when it is evaluated.
    /// </summary>
    public static CelCompilation CompileUnchecked(EmbeddedText text, CelEnvironment environment) =>
        Compile(text, environment, expected: null, isChecked: false);

    private static CelCompilation Compile(
        EmbeddedText text, CelEnvironment environment, CelType? expected, bool isChecked)
    {
        var tree = SyntaxTree.Parse(text, environment.Limits);
        var bound = Binder.Bind(tree, environment, expected, isChecked);
        var diagnostics = tree.Diagnostics.AddRange(bound.Diagnostics);
        if (diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            return new CelCompilation(diagnostics, bound, null);

        var expression = new CompiledExpression(text, bound, environment.Limits.MaxIterations);
        return new CelCompilation(diagnostics, bound, expression);
    }
}
