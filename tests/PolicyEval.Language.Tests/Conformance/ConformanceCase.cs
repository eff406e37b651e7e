using System.Text.Json;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>One test of the conformance data.</summary>
internal sealed class ConformanceCase(JsonElement json)
{
    public string Id => json.GetProperty("id").GetString()!;

    /// <summary>Runs it: null where it passes, else what was wrong.</summary>
    public string? Run()
    {
        var environment = BuildEnvironment();
        var text = EmbeddedText.Whole(json.GetProperty("expr").GetString()!);
        var compilation = Flag("disable_check")
            ? CelCompiler.CompileUnchecked(text, environment)
            : CelCompiler.Compile(text, environment);
        if (compilation.Expression is null)
            return $"refused: {string.Join("; ", compilation.Diagnostics)}";

        var expect = json.TryGetProperty("expect", out var given) ? given : default;
        if (Has(expect, "type", out var type) && ConformanceTypes.Parse(type.GetString()!) is var expected
            && !expected.Equals(compilation.ResultType))
            return $"type {compilation.ResultType}, expected {expected}";
        if (Flag("check_only"))
            return null;

        var value = compilation.Expression.Evaluate(Bind(environment));
        if (Has(expect, "eval_error", out var error))
            return value.Kind == CelKind.Error ? null : $"value {value}, expected error {error}";
        var wanted = Has(expect, "value", out var expectedValue) ? ConformanceValues.Parse(expectedValue) : CelValue.True;
        if (value.Kind == CelKind.Error)
            return $"error '{value.AsError.Message}', expected {wanted}";
        return ConformanceValues.AreSame(value, wanted) ? null : $"value {value}, expected {wanted}";
    }

    private CelEnvironment BuildEnvironment()
    {
        var environment = CelEnvironment.Empty.WithFunctions(StandardLibrary.Functions);
        if (json.TryGetProperty("container", out var container))
            environment = environment.WithContainer(container.GetString()!);
        foreach (var declaration in Items("type_env"))
        {
            var name = declaration.GetProperty("name").GetString()!;
            environment = declaration.TryGetProperty("overloads", out var overloads)
                ? environment.WithFunctions(new FunctionSymbol(name, [.. overloads.EnumerateArray().Select(Overload)]))
                : environment.WithVariable(name, ConformanceTypes.Parse(declaration.GetProperty("type").GetString()!));
        }

        foreach (var name in Bindings().Select(b => b.Name).Where(n => environment.Variable(n) is null))
            environment = environment.WithVariable(name, Types.CelType.Dyn);
        return environment;
    }

    private static OverloadSymbol Overload(JsonElement overload) => new(
        overload.GetProperty("id").GetString()!,
        overload.GetProperty("member").GetBoolean(),
        [.. overload.GetProperty("params").EnumerateArray().Select(p => ConformanceTypes.Parse(p.GetString()!))],
        ConformanceTypes.Parse(overload.GetProperty("result").GetString()!));

    private CelFrame Bind(CelEnvironment environment)
    {
        var frame = environment.CreateFrame();
        Array.Fill(frame.Variables, CelValue.Error("variable without a value"));
        foreach (var binding in Bindings())
            frame.Variables[environment.Variable(binding.Name)!.Slot] = ConformanceValues.Parse(binding.Value);
        return frame;
    }

    private IEnumerable<JsonProperty> Bindings() =>
        json.TryGetProperty("bindings", out var bindings) ? bindings.EnumerateObject() : [];

    private IEnumerable<JsonElement> Items(string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private bool Flag(string name) => json.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static bool Has(JsonElement json, string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }
}
