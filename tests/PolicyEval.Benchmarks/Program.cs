using BenchmarkDotNet.Running;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Parts;

if (args is ["compare", .. var options])
    return CompareProgram.Run(options);
BenchmarkSwitcher.FromAssembly(typeof(ExpressionBenchmarks).Assembly).Run(args);
return 0;
