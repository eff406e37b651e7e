using BenchmarkDotNet.Attributes;
using PolicyEval.Language;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Benchmarks.Parts;

/// <summary>Compiled expressions over records in memory: the cost of the language alone, without reading evidence.</summary>
[MemoryDiagnoser]
public class ExpressionBenchmarks
{
    private readonly CelFrame _frame = SampleRow.Frame();
    private readonly CompiledExpression _flags = Compile("!row.access_key_1_active && !row.access_key_2_active");
    private readonly CompiledExpression _equality = Compile("row.user == 'build-pipeline'");
    private readonly CompiledExpression _age = Compile("asOf - row.rotated > duration('2160h')");
    private readonly CompiledExpression _matches = Compile("row.name.matches('^[a-z]+$')");
    private readonly CompiledExpression _users = Compile("users.filter(u, u.password_enabled).all(u, u.mfa_active)");

    [Benchmark(Baseline = true)]
    public CelValue TwoFlags() => _flags.Evaluate(_frame);

    [Benchmark]
    public CelValue StringEquality() => _equality.Evaluate(_frame);

    [Benchmark]
    public CelValue KeyAge() => _age.Evaluate(_frame);

    [Benchmark]
    public CelValue MatchesOver12Characters() => _matches.Evaluate(_frame);

    [Benchmark]
    public CelValue FilterAllOver20Users() => _users.Evaluate(_frame);

    private static CompiledExpression Compile(string expression) =>
        CelCompiler.Compile(EmbeddedText.Whole(expression), SampleRow.Environment).Expression
            ?? throw new InvalidOperationException(expression);
}
