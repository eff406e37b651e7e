using PolicyEval.Benchmarks.Generating;
using PolicyEval.Benchmarks.Ways;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>What the comparison is asked for.</summary>
internal sealed record CompareOptions
{
    private const long DefaultRows = 2_000_000;
    private const long SmokeRows = 20_000;

    /// <summary>The report that is generated.</summary>
    public required ReportShape Shape { get; init; }

    /// <summary>The file to keep, or null for a temporary one.</summary>
    public string? File { get; init; }

    /// <summary>With how many threads the engine runs, in turn.</summary>
    public required int[] Threads { get; init; }

    /// <summary>How often each way runs, at most; slow ones run less often.</summary>
    public required int Runs { get; init; }

    /// <summary>The ways that run, of <see cref="WayName.All"/>.</summary>
    public required string[] Ways { get; init; }

    /// <summary>Whether only the counts are compared.</summary>
    public bool IsSmoke { get; init; }

    /// <summary>Whether the engine runs in processes of its own, over four times the rows too.</summary>
    public bool Memory { get; init; }

    /// <summary>Whether all findings are written as JSON Lines.</summary>
    public bool Lines { get; init; }

    /// <summary>The file for the page with the results, or null.</summary>
    public string? Out { get; init; }

    /// <summary>The options as they were given.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Reads a command line.</summary>
    public static CompareOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(
            arguments,
            ["--rows", "--accounts", "--seed", "--threads", "--file", "--runs", "--ways", "--out"],
            ["--smoke", "--memory", "--jsonl"]);
        var isSmoke = options.Has("--smoke");
        var rows = options.Number("--rows", isSmoke ? SmokeRows : DefaultRows);
        var accounts = options.Number("--accounts", Math.Max(1, rows / 500));
        return new CompareOptions
        {
            Shape = new ReportShape(rows, (int)Math.Max(1, 2 * rows / accounts), (int)options.Number("--seed", 1)),
            File = options.Text("--file"),
            Threads = options.Numbers("--threads", 1, 2),
            Runs = isSmoke ? 1 : (int)options.Number("--runs", 5),
            Ways = options.Names("--ways", WayName.All),
            IsSmoke = isSmoke,
            Memory = options.Has("--memory"),
            Lines = options.Has("--jsonl"),
            Out = options.Text("--out"),
            CommandLine = string.Join(' ', arguments),
        };
    }
}
