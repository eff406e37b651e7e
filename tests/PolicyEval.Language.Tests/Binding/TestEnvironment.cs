using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>The environment of the binder's and the emitter's tests: a record with evidence, parameters, and a few variables.</summary>
internal static class TestEnvironment
{
    public static RecordSymbol Row { get; } = new(
        "test.row",
        new FieldSymbol("name", CelType.String, 0) { IsEvidence = true },
        new FieldSymbol("active", CelType.Bool, 1) { IsEvidence = true },
        new FieldSymbol("enabled", CelType.Bool, 2) { IsEvidence = true },
        new FieldSymbol("last_used", CelType.Wrapper(CelType.Timestamp), 3) { IsEvidence = true },
        new FieldSymbol("region", CelType.Wrapper(CelType.String), 4) { IsEvidence = true },
        new FieldSymbol("count", CelType.Int, 5));

    public static RecordSymbol Parameters { get; } = new(
        "test.params",
        new FieldSymbol("limit", CelType.Int, 0) { Constant = CelValue.Of(90) });

    public static CelEnvironment Instance { get; } = CelEnvironment.Empty
        .WithFunctions(StandardLibrary.Functions)
        .WithFunctions(
            new FunctionSymbol("math.twice", [new OverloadSymbol("twice", false, [CelType.Int], CelType.Int) { Unary = v => CelValue.Of(v.AsInt * 2) }]),
            new FunctionSymbol("boom", [new OverloadSymbol("boom", false, [CelType.Int], CelType.Bool) { Unary = _ => CelValue.Error("boom") }]))
        .WithRecords(Row, Parameters)
        .WithVariable("row", Row.Type)
        .WithVariable("params", Parameters.Type)
        .WithVariable("asOf", CelType.Timestamp)
        .WithVariable("i", CelType.Int)
        .WithVariable("s", CelType.String)
        .WithVariable("b", CelType.Bool)
        .WithVariable("d", CelType.Dyn)
        .WithVariable("m", CelType.Map(CelType.String, CelType.Int))
        .WithVariable("rows", CelType.List(Row.Type))
        .WithVariable("com.acme.x", CelType.Int);
}
