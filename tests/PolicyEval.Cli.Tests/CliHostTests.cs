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

    [Theory]
    [InlineData(3, "evaluate|no-such-snapshot")]
    [InlineData(64, "evaluate")]
    [InlineData(0, "list")]
    public void A_standard_error_that_fails_changes_no_exit_code(int exitCode, string line)
    {
        using var input = new MemoryStream();
        using var output = new MemoryStream();
        using var error = new FailingStream(new IOException("No space left"));
        var host = new CliHost { Input = input, Output = output, Error = error };

        Assert.Equal(exitCode, host.Run(line.Split('|')));
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
