using System.Text;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Tests;

public sealed class CliHostTests
{
    [Fact]
    public void An_output_that_fails_is_a_diagnostic()
    {
        var (exitCode, error) = RunInto(new FailingStream(new IOException("No space left")), "list");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("error PE4110: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defect_is_a_diagnostic_and_no_stack_trace()
    {
        var (exitCode, error) = RunInto(new FailingStream(new InvalidOperationException("broken")), "list");

        Assert.Equal(3, exitCode);
        Assert.StartsWith("error PE9002: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Error) RunInto(Stream output, params string[] arguments)
    {
        using var input = new MemoryStream();
        using var error = new MemoryStream();
        var host = new CliHost { Input = input, Output = output, Error = error, OutputStyle = ReportStyle.Plain };
        var exitCode = host.Run(arguments);
        return (exitCode, Encoding.UTF8.GetString(error.ToArray()));
    }

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw failure;

        public override void Write(ReadOnlySpan<byte> buffer) => throw failure;

        public override void Flush() => throw failure;
    }
}
