using System.Text;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Tests;

/// <summary>One command line, run inside the test.</summary>
internal sealed record CliRun(string[] Arguments, int ExitCode, string Output, string Error)
{
    public static CliRun Of(params string[] arguments) => Of(arguments, input: null);

    /// <summary>With a passphrase in the environment.</summary>
    public static CliRun With(string passphrase, params string[] arguments) =>
        Of(arguments, input: null, passphrase: passphrase);

    public static CliRun Of(
        string[] arguments,
        byte[]? input,
        ReportStyle? style = null,
        string? passphrase = null,
        CancellationToken cancellationToken = default)
    {
        using var stdin = new MemoryStream(input ?? []);
        using var stdout = new MemoryStream();
        using var stderr = new MemoryStream();
        var host = new CliHost
        {
            Input = stdin,
            Output = stdout,
            Error = stderr,
            Passphrase = passphrase,
            OutputStyle = style ?? ReportStyle.Plain,
            ErrorStyle = style ?? ReportStyle.Plain,
        };
        var exitCode = host.Run(arguments, cancellationToken);
        return new CliRun(arguments, exitCode, TextOf(stdout), TextOf(stderr));
    }

    private static string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
