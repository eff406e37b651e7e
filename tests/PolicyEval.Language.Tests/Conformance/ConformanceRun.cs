using System.Text.Json;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>Runs a case as cel-go's runner does: parse, check unless disabled, evaluate unless only checked.</summary>
internal static class ConformanceRun
{
    private static readonly CelEnvironment Standard =
        CelEnvironment.Empty.WithLibraries(CelLibraries.All);

    /// <summary>
    /// Whether a case passes because the compiler refuses what is to fail: that is early, and not what cel-go does.
    /// </summary>
    public static bool IsRefusal(ConformanceCase test) =>
        test.Expected.TryGetProperty("eval_error", out _) && Compile(test, test.IsChecked).Expression is null;

    /// <summary>What is wrong, or null where the case passes.</summary>
    public static string? FaultOf(ConformanceCase test)
    {
        var compilation = Compile(test, test.IsChecked);
        if (compilation.Expression is not { } expression)
        {
            return test.Expected.TryGetProperty("eval_error", out _)
                ? null
                : "refused: " + string.Join("; ", compilation.Diagnostics);
        }

        if (test.IsChecked && test.Expected.TryGetProperty("type", out var type)
            && !compilation.ResultType.Equals(ConformanceTypes.Parse(type.GetString()!)))
        {
            return $"type {compilation.ResultType} instead of {type.GetString()}";
        }

        if (test.IsCheckOnly)
            return null;

        var result = Evaluate(test, expression);
        if (test.Expected.TryGetProperty("eval_error", out _))
            return result.Kind == CelKind.Error ? null : $"{result} instead of an error";

        var expected = ConformanceValues.Read(test.Expected.GetProperty("value"));
        return ConformanceValues.AreSame(expected, result) ? null : $"{result} instead of {expected}";
    }

    /// <summary>
    /// How the run without the checker differs from the run with it, or null. Checking only refuses: it never changes
    /// a value.
    /// </summary>
    public static string? DisagreementOf(ConformanceCase test)
    {
        if (Compile(test, isChecked: true).Expression is not { } compiled)
            return null;
        if (Compile(test, isChecked: false) is not { Expression: { } uncompiled } compilation)
            return "refused without the checker only";

        var (one, other) = (Evaluate(test, compiled), Evaluate(test, uncompiled));
        return AreSame(one, other) ? null : $"{one} checked, {other} unchecked";
    }

    /// <summary>How the run that an observer watches differs from the run at full speed, or null.</summary>
    public static string? ObservedDifferenceOf(ConformanceCase test)
    {
        if (Compile(test, test.IsChecked).Expression is not { } expression)
            return null;
        var root = new RootObserver(expression.Tree);
        var (one, other) = (Evaluate(test, expression), Evaluate(test, expression, root));
        if (!AreSame(one, other))
            return $"{one} at full speed, {other} observed";
        return AreSame(other, root.Value) ? null : $"{other} observed, {root.Value} shown";
    }

    private static bool AreSame(CelValue one, CelValue other) =>
        (one.Kind == CelKind.Error && other.Kind == CelKind.Error) || ConformanceValues.AreSame(one, other);

    private static CelCompilation Compile(ConformanceCase test, bool isChecked)
    {
        var text = EmbeddedText.Whole(test.Expression, test.Id);
        var environment = EnvironmentOf(test);
        return isChecked
            ? CelCompiler.Compile(text, environment)
            : CelCompiler.CompileUnchecked(text, environment);
    }

    private static CelValue Evaluate(
        ConformanceCase test, CompiledExpression expression, CelObserver? observer = null)
    {
        var environment = EnvironmentOf(test);
        var frame = environment.CreateFrame();
        frame.Observer = observer;
        foreach (var binding in test.Bindings)
            frame.Variables[environment.Variable(binding.Name)!.Slot] = ConformanceValues.Read(binding.Value);
        return expression.Evaluate(frame);
    }

    private static CelEnvironment EnvironmentOf(ConformanceCase test)
    {
        var environment = Standard.WithContainer(test.Container);
        foreach (var declaration in test.Declarations)
        {
            var name = declaration.GetProperty("name").GetString()!;
            environment = declaration.TryGetProperty("overloads", out var overloads)
                ? environment.WithFunctions(new FunctionSymbol(name, [.. overloads.EnumerateArray().Select(Overload)]))
                : environment.WithVariable(name, TypeOf(declaration, "type"));
        }

        foreach (var binding in test.Bindings.Where(binding => environment.Variable(binding.Name) is null))
            environment = environment.WithVariable(binding.Name, CelType.Dyn);
        return environment;
    }

    private static OverloadSymbol Overload(JsonElement overload) => new(
        overload.GetProperty("id").GetString()!,
        overload.GetProperty("member").GetBoolean(),
        [.. overload.GetProperty("params").EnumerateArray().Select(p => ConformanceTypes.Parse(p.GetString()!))],
        TypeOf(overload, "result"))
    {
        Variadic = _ => CelValue.Error("a function that is declared only"),
    };

    private static CelType TypeOf(JsonElement element, string property) =>
        ConformanceTypes.Parse(element.GetProperty(property).GetString()!);

    private sealed class RootObserver(CelNode root) : CelObserver
    {
        public CelValue Value { get; private set; } = CelValue.Error("not seen");

        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
            if (ReferenceEquals(node, root))
                Value = value;
        }
    }
}
