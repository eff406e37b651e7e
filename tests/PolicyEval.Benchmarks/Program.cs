using BenchmarkDotNet.Running;
using PolicyEval.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ExpressionBenchmarks).Assembly).Run(args);
