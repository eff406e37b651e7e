using BenchmarkDotNet.Attributes;
using PolicyEval.Evaluation;
using PolicyEval.Language;
using PolicyEval.Language.Text;

namespace PolicyEval.Benchmarks.Parts;

/// <summary>From text to delegate: one expression, and all bundled policies and frameworks as <c>check</c> does.</summary>
[MemoryDiagnoser]
public class CompilationBenchmarks
{
    private readonly EmbeddedText _short =
        EmbeddedText.Whole("!row.access_key_1_active && !row.access_key_2_active");

    private readonly EmbeddedText _long = EmbeddedText.Whole(
        "row.access_key_1_active && asOf - row.rotated > duration('2160h') "
        + "|| users.filter(u, u.password_enabled).exists(u, u.name.startsWith('a') && !u.mfa_active)");

    private readonly string _policy = "root-access-key-absent";

    [Benchmark(Baseline = true)]
    public object CompileTwoFlags() => CelCompiler.Compile(_short, SampleRow.Environment);

    [Benchmark]
    public object CompileAgeOrFilter() => CelCompiler.Compile(_long, SampleRow.Environment);

    /// <summary>All bundled policies, from their bytes to delegates.</summary>
    [Benchmark]
    public bool CheckBundledPolicies() => PolicyLibrary.Load().FindPolicy(_policy) is not null;
}
