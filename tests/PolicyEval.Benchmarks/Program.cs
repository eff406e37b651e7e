using BenchmarkDotNet.Running;
using PolicyEval.Benchmarks.Bags;
using PolicyEval.Benchmarks.Children;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Parts;
using PolicyEval.Benchmarks.Starts;

try
{
    return Run(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 64;
}

static int Run(string[] args)
{
    if (args is ["compare", .. var options])
        return CompareProgram.Run(options);
    if (args is [EngineChild.Command, .. var childOptions])
        return EngineChild.Run(childOptions);
    if (args is ["bags", .. var bagsOptions])
        return BagsProgram.Run(bagsOptions);
    if (args is [BagsChild.Command, .. var bagsChildOptions])
        return BagsChild.Run(bagsChildOptions);
    if (args is ["start", .. var startOptions])
        return StartProgram.Run(startOptions);
    BenchmarkSwitcher.FromAssembly(typeof(ExpressionBenchmarks).Assembly).Run(args);
    return 0;
}
