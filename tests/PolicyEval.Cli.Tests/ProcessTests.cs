using System.Diagnostics;

namespace PolicyEval.Cli.Tests;

/// <summary>The built program as a process of its own: what only a process can show.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void A_process_writes_utf8_and_returns_the_exit_code()
    {
        var (exitCode, output, error) = Start("show", "nothing-of-that-name");

        Assert.Equal(64, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith("error PE4112: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_has_no_colour()
    {
        var (exitCode, output, _) = Start("list");

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain('\u001b', output);
    }

    private static (int ExitCode, string Output, string Error) Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "policyeval"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
