using BenchmarkDotNet.Attributes;
using PolicyEval.Language;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Benchmarks;

/// <summary>Compiled expressions over a record in memory: the cost of the language alone, without reading evidence.</summary>
[MemoryDiagnoser]
public class ExpressionBenchmarks
{
    private static readonly RecordSymbol Row = new(
        "row",
        new FieldSymbol("key_1_active", CelType.Bool, 0),
        new FieldSymbol("key_2_active", CelType.Bool, 1),
        new FieldSymbol("rotated", CelType.Timestamp, 2),
        new FieldSymbol("user", CelType.String, 3));

    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithRecords(Row)
        .WithVariable("row", Row.Type)
        .WithVariable("asOf", CelType.Timestamp);

    private readonly string _source = "!row.key_1_active && !row.key_2_active";
    private readonly CelFrame _frame = Environment.CreateFrame();
    private readonly CompiledExpression _flags = Compile("!row.key_1_active && !row.key_2_active");
    private readonly CompiledExpression _equality = Compile("row.user == 'build-pipeline'");
    private readonly CompiledExpression _age = Compile("asOf - row.rotated > duration('2160h')");
    private readonly CompiledExpression _matches = Compile("row.user.matches('^[a-z-]+$')");

    [GlobalSetup]
    public void SetUp()
    {
        _frame.Variables[0] = CelValue.Of(new RowRecord());
        _frame.Variables[1] = CelValue.Of(new CelTimestamp(1_767_225_600, 0));
    }

    [Benchmark(Baseline = true)]
    public CelValue TwoFlags() => _flags.Evaluate(_frame);

    [Benchmark]
    public CelValue StringEquality() => _equality.Evaluate(_frame);

    [Benchmark]
    public CelValue KeyAge() => _age.Evaluate(_frame);

    [Benchmark]
    public CelValue Matches() => _matches.Evaluate(_frame);

    [Benchmark]
    public object CompileTwoFlags() => Compile(_source);

    private static CompiledExpression Compile(string expression) =>
        CelCompiler.Compile(EmbeddedText.Whole(expression), Environment).Expression
            ?? throw new InvalidOperationException(expression);

    private sealed class RowRecord : CelRecord
    {
        private readonly CelValue[] _values =
        [
            CelValue.False, CelValue.False, CelValue.Of(new CelTimestamp(1_760_000_000, 0)), CelValue.Of("build-pipeline"),
        ];

        public override CelType Type => Row.Type;

        public override CelValue Get(int slot, CelFrame frame) => _values[slot];

        public override CelValue GetToken(int slot, CelFrame frame) => CelValue.Of("");
    }
}
