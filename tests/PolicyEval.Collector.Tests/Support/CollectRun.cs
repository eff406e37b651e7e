using System.Text;
using Amazon.Runtime;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Terminals;
using PolicyEval.Collector.Tests.Stub;

namespace PolicyEval.Collector.Tests.Support;

/// <summary>One command line of <c>policyeval-collect</c>, run inside the test.</summary>
internal sealed record CollectRun(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the result: digest and path of each snapshot.</summary>
    public IReadOnlyList<(string Digest, string Path)> Snapshots =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..64], line[66..]))];

    /// <summary>Runs it where nothing may be asked of AWS.</summary>
    public static Task<CollectRun> OfAsync(params string[] arguments) => OfAsync(arguments, variables: null);

    public static Task<CollectRun> OfAsync(string[] arguments, Dictionary<string, string>? variables) =>
        RunAsync(
            arguments, new JumpingClock(), _ => throw new InvalidOperationException("AWS was to be asked."), variables,
            TerminalStyle.Plain, CancellationToken.None);

    /// <summary>Runs it against the stub.</summary>
    public static async Task<CollectRun> OfAsync(
        AwsStub stub,
        TimeProvider clock,
        string[] arguments,
        TerminalStyle? style = null,
        Func<AwsOptions, AwsOptions>? change = null,
        CancellationToken cancellation = default)
    {
        using var network = stub.Network();
        return await RunAsync(
            [.. arguments, "--endpoint-url", stub.Address.GetLeftPart(UriPartial.Authority), "--region", "us-east-1"],
            clock,
            options => new AwsConnector(
                change?.Invoke(options) ?? options,
                clock,
                network,
                new BasicAWSCredentials(AwsStub.AccessKey, AwsStub.SecretKey)),
            variables: null,
            style ?? TerminalStyle.Plain,
            cancellation);
    }

    /// <summary>Runs it on a network of its own, where the endpoints are AWS's.</summary>
    public static Task<CollectRun> OfAsync(
        HttpMessageHandler network, TimeProvider clock, string[] arguments) =>
        RunAsync(
            [.. arguments, "--region", "us-east-1"],
            clock,
            options => new AwsConnector(
                options, clock, network, new BasicAWSCredentials(AwsStub.AccessKey, AwsStub.SecretKey)),
            variables: null,
            TerminalStyle.Plain,
            CancellationToken.None);

    /// <summary>Runs it against an emulator that checks no signatures.</summary>
    public static async Task<CollectRun> OfAsync(Uri emulator, TimeProvider clock, string[] arguments)
    {
        using var network = new SocketsHttpHandler { UseProxy = false };
        return await RunAsync(
            [.. arguments, "--endpoint-url", emulator.GetLeftPart(UriPartial.Authority), "--region", "us-east-1"],
            clock,
            options => new AwsConnector(
                options, clock, network, new BasicAWSCredentials("AKIA" + "EMULATOR00000000", "checks-no-secret")),
            variables: null,
            TerminalStyle.Plain,
            CancellationToken.None);
    }

    private static async Task<CollectRun> RunAsync(
        string[] arguments,
        TimeProvider clock,
        Func<AwsOptions, IAwsConnector> connect,
        Dictionary<string, string>? variables,
        TerminalStyle style,
        CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var host = new CollectorHost
        {
            Output = output,
            Error = error,
            ErrorStyle = style,
            Time = clock,
            Variable = name => variables?.GetValueOrDefault(name),
            Connect = connect,
        };
        var exitCode = await host.RunAsync(arguments, cancellation);
        return new CollectRun(exitCode, TextOf(output), TextOf(error));
    }

    private static string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
