using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>What random expressions may name: rows with cells of every type, parameters, and variables.</summary>
internal static class CaseWorld
{
    /// <summary>The fields of the rows.</summary>
    public static IReadOnlyList<CaseField> Fields { get; } =
    [
        new("flag", new("bool")), new("enabled", new("bool")), new("count", new("int")), new("amount", new("uint")),
        new("ratio", new("double")), new("name", new("string")), new("blob", new("bytes")),
        new("since", new("timestamp")), new("age", new("duration")), new("tags", CaseType.Parse("list(string)")),
        new("counts", CaseType.Parse("map(string, int)")), new("any", new("dyn")),
        new("n_flag", new("bool"), IsNullable: true), new("n_count", new("int"), IsNullable: true),
        new("n_name", new("string"), IsNullable: true), new("n_since", new("timestamp"), IsNullable: true),
        new("note", new("string"), IsEvidence: false), new("n_total", new("int"), IsNullable: true, IsEvidence: false),
    ];

    /// <summary>The variables beside the rows, with their types.</summary>
    public static IReadOnlyList<(string Name, CaseType Type)> Variables { get; } =
    [
        ("b", new("bool")), ("i", new("int")), ("u", new("uint")), ("d", new("double")), ("s", new("string")),
        ("raw", new("bytes")), ("t", new("timestamp")), ("age", new("duration")), ("x", new("dyn")),
        ("l", CaseType.Parse("list(int)")), ("m", CaseType.Parse("map(string, int)")),
        ("o", CaseType.Parse("optional(string)")), ("com.acme.n", new("int")),
    ];

    /// <summary>The parameters: the same in every evaluation.</summary>
    public static IReadOnlyList<(string Name, CaseType Type, object Value)> Parameters { get; } =
    [
        ("limit", new("int"), 90L), ("word", new("string"), NaiveText.Of("ab")), ("on", new("bool"), true),
        ("span", new("duration"), new NaiveSpan(90 * NaiveSpan.Day)),
    ];

    public static RecordSymbol Row { get; } = new("case.row", Fields.Select((field, slot) =>
        new FieldSymbol(
            field.Name,
            field.IsNullable ? CelType.Wrapper(TypeOf(field.Type)) : TypeOf(field.Type),
            slot)
        {
            IsEvidence = field.IsEvidence,
        }));

    public static RecordSymbol Params { get; } = new("case.params", Parameters.Select((parameter, slot) =>
        new FieldSymbol(parameter.Name, TypeOf(parameter.Type), slot) { Constant = EngineValues.Of(parameter.Value) }));

    public static CelEnvironment Environment { get; } = Variables.Aggregate(
        CelEnvironment.Empty
            .WithLibraries(CelLibraries.All)
            .WithRecords(Row, Params)
            .WithVariable("row", Row.Type)
            .WithVariable("other", Row.Type)
            .WithVariable("rows", CelType.List(Row.Type))
            .WithVariable("params", Params.Type),
        (environment, variable) => environment.WithVariable(variable.Name, TypeOf(variable.Type)));

    /// <summary>Expressions without parts, of a type.</summary>
    public static IEnumerable<string> Leaves(CaseType type) =>
    [
        .. Variables.Where(v => v.Type.Text == type.Text).Select(v => v.Name),
        .. Parameters.Where(p => p.Type.Text == type.Text).Select(p => $"params.{p.Name}"),
        .. Fields.Where(field => type.Text == (field.IsNullable ? $"nullable({field.Type.Text})" : field.Type.Text))
            .SelectMany(field => new[] { $"row.{field.Name}", $"row.{field.Name}", $"other.{field.Name}" }),
        .. type.Name == "row" ? ["row", "row", "other"] : Array.Empty<string>(),
    ];

    private static CelType TypeOf(CaseType type) => type.Name switch
    {
        "bool" => CelType.Bool,
        "int" => CelType.Int,
        "uint" => CelType.Uint,
        "double" => CelType.Double,
        "string" => CelType.String,
        "bytes" => CelType.Bytes,
        "timestamp" => CelType.Timestamp,
        "duration" => CelType.Duration,
        "dyn" => CelType.Dyn,
        "list" => CelType.List(TypeOf(type.Arguments[0])),
        "map" => CelType.Map(TypeOf(type.Arguments[0]), TypeOf(type.Arguments[1])),
        "optional" => CelType.Optional(TypeOf(type.Arguments[0])),
        _ => throw new ArgumentException(type.Text),
    };
}
