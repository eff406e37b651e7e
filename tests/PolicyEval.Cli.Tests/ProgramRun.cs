using System.Diagnostics;

namespace PolicyEval.Cli.Tests;

/// <summary>One command line, run by the built program in a process of its own.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Where it is.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "policyeval");

    public static ProgramRun Of(params string[] arguments) => Start(Program, arguments, []);

    /// <summary>Starts another program.</summary>
    /// <param name="program">By its path or its name.</param>
    /// <param name="arguments">Each as it is.</param>
    /// <param name="environment">What is changed in the environment, such as <c>TZ=Asia/Kathmandu</c>.</param>
    /// <param name="folder">The folder that it starts in; null for the one of the tests.</param>
    public static ProgramRun Start(
        string program, IEnumerable<string> arguments, IEnumerable<string> environment, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var variable in environment)
        {
            var parts = variable.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} runs after {Patience}.");
        }

        return new ProgramRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
