using System.Text;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Tests;

/// <summary>One command line, run inside the test.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static CliRun Of(params string[] args) => With("", args);

    public static CliRun With(string input, params string[] args) =>
        Run(input, ReportStyle.Plain, CancellationToken.None, args);

    public static CliRun Run(
        string input, ReportStyle style, CancellationToken cancellationToken, params string[] args)
    {
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var stdout = new MemoryStream();
        using var stderr = new MemoryStream();
        var host = new CliHost
        {
            Input = stdin,
            Output = stdout,
            Error = stderr,
            OutputStyle = style,
            ErrorStyle = style,
        };
        var exitCode = host.Run(args, cancellationToken);
        return new CliRun(exitCode, TextOf(stdout), TextOf(stderr));
    }

    private static string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
