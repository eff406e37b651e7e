using System.Globalization;

namespace PolicyEval.Benchmarks.Starts;

/// <summary>
/// <c>start PROGRAM</c>: how long command lines of the native program take from start to end, in turn, beside a program
/// that does nothing, and how much memory they need. Prints the page that is kept as <c>results/start.md</c>.
/// </summary>
internal static class StartProgram
{
    private const int Rounds = 100;
    private const int MemoryRounds = 5;

    /// <summary>Runs; 64 for wrong usage, 1 where the program does not end as it should.</summary>
    public static int Run(string[] options)
    {
        if (options is not [var program] || !File.Exists(program))
        {
            Console.Error.WriteLine("usage: start PROGRAM    (the native policyeval, started from the root of the tree)");
            return 64;
        }

        StartRow[] rows =
        [
            new("true", []),
            new(program, ["--version"]),
            new(program, ["--help"]),
            new(program, ["list"]),
            new(program, ["evaluate", "snapshots/well-kept"]),
        ];
        var times = rows.ToDictionary(row => row, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var row in rows)
            {
                if (row.Time() is not { } milliseconds)
                    return 1;
                times[row].Add(milliseconds);
            }
        }

        Console.Write(Page(program, rows, times));
        return 0;
    }

    private static string Page(string program, StartRow[] rows, Dictionary<StartRow, List<double>> times)
    {
        var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        page.WriteLine("# From start to end");
        page.WriteLine();
        page.WriteLine(FormattableString.Invariant(
            $"`policyeval` of {new FileInfo(program).Length:N0} bytes, {Rounds} runs of each line in turn, its output"));
        page.WriteLine("read by another process; `true` does nothing, and is what the measuring itself costs. Made by");
        page.WriteLine();
        page.WriteLine("    dotnet publish src/PolicyEval.Cli -r linux-x64 -c Release -o .artifacts/out");
        page.WriteLine("    dotnet run -c Release --project tests/PolicyEval.Benchmarks -- start .artifacts/out/policyeval");
        page.WriteLine();
        page.WriteLine("| Line | Median | Fastest | Peak memory |");
        page.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var row in rows)
        {
            var sorted = times[row].Order().ToArray();
            var memory = Enumerable.Range(0, MemoryRounds).Max(_ => row.PeakMemory());
            page.WriteLine(FormattableString.Invariant(
                $"| `{row.Line}` | {sorted[sorted.Length / 2]:F1} ms | {sorted[0]:F1} ms | {memory / 1e6:F1} MB |"));
        }

        return page.ToString();
    }
}
