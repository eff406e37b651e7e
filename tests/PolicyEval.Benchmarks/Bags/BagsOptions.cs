using PolicyEval.Benchmarks.Comparing;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>What the comparison over many snapshots is asked for.</summary>
internal sealed record BagsOptions
{
    private const int DefaultBags = 1000;
    private const int DefaultUsers = 200;

    /// <summary>How many snapshots.</summary>
    public required int Bags { get; init; }

    /// <summary>The users of each.</summary>
    public required int Users { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Whether each is one zip.</summary>
    public bool Zips { get; init; }

    /// <summary>With how many threads the engine runs.</summary>
    public required int Threads { get; init; }

    /// <summary>The folder to keep, or null for a temporary one.</summary>
    public string? Folder { get; init; }

    /// <summary>How often each way runs, at most.</summary>
    public required int Runs { get; init; }

    /// <summary>The file for the page with the results, or null.</summary>
    public string? Out { get; init; }

    /// <summary>The options as they were given.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Reads a command line.</summary>
    public static BagsOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(
            arguments, ["--bags", "--users", "--seed", "--threads", "--folder", "--runs", "--out"], ["--zip"]);
        return new BagsOptions
        {
            Bags = (int)options.Number("--bags", DefaultBags),
            Users = (int)options.Number("--users", DefaultUsers),
            Seed = (int)options.Number("--seed", 1),
            Zips = options.Has("--zip"),
            Threads = (int)options.Number("--threads", 2),
            Folder = options.Text("--folder"),
            Runs = (int)options.Number("--runs", 3),
            Out = options.Text("--out"),
            CommandLine = string.Join(' ', arguments),
        };
    }
}
