using System.Text;

namespace PolicyEval.Cli.Tests;

/// <summary>One run of the program inside the test process: what it was given, what it wrote, how it ended.</summary>
internal sealed record CliRun(string[] Arguments, int ExitCode, string Output, string Error)
{
    public static CliRun Of(string[] arguments, byte[]? input = null)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var host = new CliHost { Input = new MemoryStream(input ?? []), Output = output, Error = error };
        var exitCode = host.Run(arguments);
        return new CliRun(
            arguments, exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
