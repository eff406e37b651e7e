using System.Text;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests;

public sealed class CollectorHostTests
{
    [Fact]
    public async Task A_defect_is_a_message_and_no_stack_trace()
    {
        using var folder = new TemporaryFolder();
        using var output = new MemoryStream();

        var (exitCode, error) = await RunAsync(
            output, _ => throw new InvalidOperationException("broken"), "--output", folder.Path);

        Assert.Equal(3, exitCode);
        Assert.StartsWith("error PE9003: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_is_told()
    {
        using var output = new FailingStream();

        var (exitCode, error) = await RunAsync(
            output, _ => throw new InvalidOperationException("not to be asked"), "iam-policy");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("error PE4215: ", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(
        Stream output, Func<AwsOptions, IAwsConnector> connect, params string[] arguments)
    {
        using var error = new MemoryStream();
        var host = new CollectorHost { Output = output, Error = error, Time = new JumpingClock(), Connect = connect };
        var exitCode = await host.RunAsync(arguments);
        return (exitCode, Encoding.UTF8.GetString(error.ToArray()));
    }

    private sealed class FailingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left");

        public override void Flush() => throw new IOException("No space left");
    }
}
