using PolicyEval.Language.Dependence;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Dependence;

/// <summary>
/// What expressions depend on. That equal dependence means equal outcomes is tried on random reports, by the evaluator's
/// tests.
/// </summary>
public sealed class CelDependenceTests
{
    private static readonly RecordSymbol Row = new(
        "test.row",
        Field("active", CelType.Bool, 0),
        Field("used", CelType.Wrapper(CelType.Timestamp), 1),
        Field("made", CelType.Wrapper(CelType.Timestamp), 2),
        Field("info", CelType.Wrapper(CelType.String), 3),
        Field("tags", CelType.List(CelType.String), 10));

    private static readonly RecordSymbol Params = new(
        "test.params",
        new FieldSymbol("window", CelType.Duration, 0) { Constant = CelValue.Of(new CelDuration(5 * CelDuration.Second)) });

    private static readonly RecordSymbol Variables = new(
        "test.variables",
        new FieldSymbol("since", CelType.Timestamp, 0),
        new FieldSymbol("more", CelType.Bool, 1),
        new FieldSymbol("age", CelType.Duration, 2));

    private static readonly CelEnvironment WithoutVariables = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithRecords(Row, Params)
        .WithVariable("row", Row.Type)
        .WithVariable("asOf", CelType.Timestamp)
        .WithVariable("variables", Variables.Type)
        .WithVariable("params", Params.Type)
        .WithVariable("other", CelType.Bool);

    private static readonly CelEnvironment Environment = WithoutVariables.WithRecords(Variables);

    private static readonly CompiledExpression[] Expressions =
    [
        Compile("row.used != null ? require(row.used) : require(row.made)"),
        Compile("known(row.info) && row.info != null && row.info != ''"),
        Compile("row.active ? asOf - row.made : asOf - row.used"),
    ];

    [Theory]
    [InlineData("row.active", "fields 0")]
    [InlineData("!row.active || row.used == null", "fields 0 1")]
    [InlineData("(row.active ? 1 : 0) + 1 > 1", "fields 0")]
    [InlineData("known(row.used) && !known(row.made)", "fields 1 2")]
    [InlineData("missing(row.made)", "fields 2")]
    [InlineData("token(row.used) == 'N/A'", "fields 1 text 1 cell 'N/A'")]
    [InlineData("row.info == 'x'", "fields 3 text 3 'x'")]
    [InlineData("'' != row.info", "fields 3 text 3 ''")]
    [InlineData("variables.more", "fields 3 text 3 ''")]
    [InlineData("asOf - row.used > duration('1s')", "fields 1 order -1 1 1000000000")]
    [InlineData("require(row.used) - row.made <= params.window", "fields 1 2 order 1 2 5000000000")]
    [InlineData("row.used < row.made", "fields 1 2 order 1 2 0")]
    [InlineData("row.made <= asOf", "fields 2 order 2 -1 0")]
    [InlineData("asOf - variables.since >= params.window", "fields 1 2 order -1 1 5000000000 order -1 2 5000000000")]
    [InlineData("variables.since == null", "fields 1 2")]
    [InlineData("variables.age > params.window", "fields 0 1 2 order -1 1 5000000000 order -1 2 5000000000")]
    [InlineData("params.window >= asOf - row.made", "fields 2 order -1 2 5000000000")]
    [InlineData("[1, 2].exists(x, x > 1 && row.active)", "fields 0")]
    [InlineData("asOf > timestamp('2020-01-01T00:00:00Z') && row.active", "fields 0")]
    [InlineData("row.tags.size() == 0 && row.active", "fields 0 opaque 10")]
    [InlineData("known(row.tags)", "opaque 10")]
    public void Depends_on_little(string text, string expected) => Assert.Equal(expected, Print(Of(text)));

    [Theory]
    [InlineData("other && row.active")]
    [InlineData("row.info.startsWith('x')")]
    [InlineData("string(row.used) == 'x'")]
    [InlineData("row.used == row.made")]
    [InlineData("row.used > timestamp('2020-01-01T00:00:00Z')")]
    [InlineData("asOf - row.used > row.made - asOf")]
    [InlineData("(asOf - row.used).getHours() > 2")]
    [InlineData("token(row.used).size() > 3")]
    [InlineData("[row].exists(r, r.active)")]
    [InlineData("row.info == token(row.used)")]
    public void Depends_on_more_than_can_be_said(string text) => Assert.Null(Of(text));

    [Fact]
    public void Variables_of_variables_end()
    {
        // Each variable reads the one before it twice: without an end that is 2 to the power of 60.
        var variables = Variables;
        var environment = Environment;
        var expressions = Expressions.ToList();
        for (var i = 3; i < 60; i++)
        {
            var before = i == 3 ? "since" : $"v{i - 1}";
            expressions.Add(Compile($"row.active ? variables.{before} : variables.{before}", environment));
            variables = new RecordSymbol(
                variables.Name, variables.Fields.Add(new FieldSymbol($"v{i}", CelType.Timestamp, i)));
            environment = WithoutVariables.WithRecords(variables);
        }

        var last = Compile("asOf - variables.v59 > duration('1s')", environment);
        Assert.Null(CelDependence.Of([last], Scope(environment) with { Expressions = [.. expressions] }));
    }

    private static CelDependence? Of(string text) => CelDependence.Of([Compile(text)], Scope(Environment));

    private static DependenceScope Scope(CelEnvironment environment) => new(
        environment.Variable("row")!, environment.Variable("asOf")!, environment.Variable("variables")!,
        [.. Expressions])
    {
        Constants = [environment.Variable("params")!],
        FirstOpaque = 10,
    };

    private static CompiledExpression Compile(string text, CelEnvironment? environment = null)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(text), environment ?? Environment, null);
        Assert.True(compilation.Expression is not null, string.Join('\n', compilation.Diagnostics));
        return compilation.Expression;
    }

    private static string Print(CelDependence? dependence) => dependence is null ? "" : string.Join(' ',
    [
        .. dependence.Fields.IsEmpty ? [] : dependence.Fields.Select(slot => $"{slot}").Prepend("fields"),
        .. dependence.Relations.Select(r => $"order {r.Minuend} {r.Subtrahend} {r.Limit.Nanoseconds}"),
        .. dependence.Texts.Select(t => $"text {t.Field} {(t.IsOfCell ? "cell " : "")}'{t.Text}'"),
        .. dependence.Opaque.Select(slot => $"opaque {slot}"),
    ]);

    private static FieldSymbol Field(string name, CelType type, int slot) => new(name, type, slot) { IsEvidence = true };
}
