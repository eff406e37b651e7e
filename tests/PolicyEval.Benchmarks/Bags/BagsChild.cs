using PolicyEval.Benchmarks.Children;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Ways;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>
/// <c>bags-engine --folder FOLDER --threads N</c>: one run of the engine over all snapshots of a folder, in this
/// process, which is a child's.
/// </summary>
internal static class BagsChild
{
    /// <summary>The command.</summary>
    public const string Command = "bags-engine";

    /// <summary>Runs it and prints a line for <see cref="ChildResult"/>.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(arguments, ["--folder", "--threads"], []);
        var result = EngineRun.EvaluateTree(options.Text("--folder")!, (int)options.Number("--threads", 2));
        Console.WriteLine(new ChildResult(
            result.Opening, result.Evaluating, PeakMemory.Bytes(), 0, result.Findings).ToLine());
        return 0;
    }
}
