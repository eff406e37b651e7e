using System.Collections.Immutable;
using PolicyEval.Language.Analysis;
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
    /// <param name="assumptions">
    /// What is known where it is evaluated, so that warnings say what can hardly be meant; null for errors alone.
    /// </param>
    public static CelCompilation Compile(
        EmbeddedText text, CelEnvironment environment, CelType? expected = null, CelAssumptions? assumptions = null)
    {
        var tree = SyntaxTree.Parse(text, environment.Limits);
        var bound = Binder.Bind(tree, environment, expected, isChecked: true);
        var diagnostics = tree.Diagnostics.AddRange(bound.Diagnostics);
        if (bound.HasErrors || HasErrors(diagnostics))
            return new CelCompilation(diagnostics, bound, null, null);

        // What is looked at is correct CEL: after a mistake there is nothing more to say about the expression.
        var isCondition = expected?.Kind == CelTypeKind.Bool;
        var analysis = ExpressionAnalyzer.Analyze(text, bound.Root, isCondition, assumptions);
        diagnostics = diagnostics.AddRange(analysis.Diagnostics);
        return HasErrors(diagnostics)
            ? new CelCompilation(diagnostics, bound, null, null)
            : new CelCompilation(diagnostics, bound, Emit(text, environment, bound), analysis);
    }

    /// <summary>
    /// Compiles without the type checker: names are resolved, and overloads are chosen at run time by the kinds of the
    /// arguments. What is undeclared fails when it is evaluated.
    /// </summary>
    public static CelCompilation CompileUnchecked(EmbeddedText text, CelEnvironment environment)
    {
        var tree = SyntaxTree.Parse(text, environment.Limits);
        var bound = Binder.Bind(tree, environment, expected: null, isChecked: false);
        var diagnostics = tree.Diagnostics.AddRange(bound.Diagnostics);
        var expression = HasErrors(diagnostics) ? null : Emit(text, environment, bound);
        return new CelCompilation(diagnostics, bound, expression, null);
    }

    private static CompiledExpression Emit(EmbeddedText text, CelEnvironment environment, BoundTree bound) =>
        new(text, bound, environment.Limits.MaxIterations);

    private static bool HasErrors(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                return true;
        }

        return false;
    }
}
