using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Ways;
using PolicyEval.Reporting;

namespace PolicyEval.Benchmarks.Children;

/// <summary>
/// <c>engine --file PATH --threads N [--jsonl]</c>: one run of the engine in this process, which is a child's.
/// </summary>
internal static class EngineChild
{
    /// <summary>The command.</summary>
    public const string Command = "engine";

    /// <summary>Runs it and prints a line for <see cref="ChildResult"/>.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(arguments, ["--file", "--threads"], ["--jsonl"]);
        var path = options.Text("--file")!;
        var threads = (int)options.Number("--threads", 1);
        Console.WriteLine((options.Has("--jsonl") ? WriteLines(path, threads) : Count(path, threads)).ToLine());
        return 0;
    }

    private static ChildResult Count(string path, int threads)
    {
        var result = EngineRun.Count(path, threads);
        return new ChildResult(result.Opening, result.Evaluating, PeakMemory.Bytes(), 0, result.Counts.Total);
    }

    private static ChildResult WriteLines(string path, int threads)
    {
        using var device = new FileStream(
            OperatingSystem.IsWindows() ? "NUL" : "/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite,
            bufferSize: 0);
        using var output = new CountingStream(device);
        var writer = ReportFormats.Find("jsonl")!.Create(output, ReportStyle.Plain, ReportOptions.Default);
        var (opening, evaluating) = EngineRun.Run(path, threads, writer);
        return new ChildResult(opening, evaluating, PeakMemory.Bytes(), output.Length, 0);
    }
}
