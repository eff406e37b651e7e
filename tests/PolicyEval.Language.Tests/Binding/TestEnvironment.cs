using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>What the tests of binder and emitter may name: a record with evidence, parameters, a few variables.</summary>
internal static class TestEnvironment
{
    public static RecordSymbol Row { get; } = new(
        "test.row",
        new FieldSymbol("name", CelType.String, 0) { IsEvidence = true },
        new FieldSymbol("active", CelType.Bool, 1) { IsEvidence = true },
        new FieldSymbol("enabled", CelType.Bool, 2) { IsEvidence = true },
        new FieldSymbol("last_used", CelType.Wrapper(CelType.Timestamp), 3)
        {
            IsEvidence = true,
            Domain = new FieldDomain { Tokens = ["N/A"] },
        },
        new FieldSymbol("region", CelType.Wrapper(CelType.String), 4) { IsEvidence = true },
        new FieldSymbol("count", CelType.Int, 5));

    public static RecordSymbol Parameters { get; } = new(
        "test.params",
        new FieldSymbol("limit", CelType.Int, 0) { Constant = CelValue.Of(90) });

    public static CelEnvironment Instance { get; } = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithFunctions(
            Function("math.twice", "twice", CelType.Int, v => CelValue.Of(v.AsInt * 2)),
            Function("weeks", "weeks", CelType.Duration, v => CelValue.Of(new CelDuration(v.AsInt * 604_800_000_000_000))),
            Function("boom", "boom", CelType.Bool, _ => CelValue.Error("boom")))
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

    private static FunctionSymbol Function(string name, string id, CelType result, UnaryBody body) =>
        new(name, [new OverloadSymbol(id, false, [CelType.Int], result) { Unary = body }]);
}
