namespace PolicyEval.Cli.Tests;

/// <summary>The built program as a process of its own: what only a process can show.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void A_process_writes_utf8_and_returns_the_exit_code()
    {
        var (exitCode, output, error) = ProgramRun.Of("show", "nothing-of-that-name");

        Assert.Equal(64, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith("error PE4112: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_has_no_colour()
    {
        var (exitCode, output, _) = ProgramRun.Of("list");

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData(3, "evaluate - <&-")]
    [InlineData(3, "evaluate no-such-snapshot 2>&-")]
    [InlineData(3, "evaluate no-such-snapshot 2>/dev/full")]
    [InlineData(64, "evaluate 2>/dev/full")]
    [InlineData(3, "list >&-")]
    [InlineData(3, "list >/dev/full")]
    [InlineData(3, "list >/dev/full 2>/dev/full")]
    [InlineData(0, "list <&- 2>&-")]
    public void A_closed_or_full_stream_gives_an_exit_code(int exitCode, string line)
    {
        var (actual, _, error) = ProgramRun.Start("sh", ["-c", $"\"$0\" {line}", ProgramRun.Program], []);

        Assert.Equal(exitCode, actual);
        Assert.Equal(exitCode == 3 && !line.Contains("2>", StringComparison.Ordinal), error.Contains("error PE", StringComparison.Ordinal));
    }
}
