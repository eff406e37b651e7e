using System.Text;
using PolicyEval.Reporting;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Progress;

/// <summary>The progress of whole runs, on a standard input that takes two seconds to read.</summary>
public sealed class ProgressRunTests
{
    private const string Shown = "\rreading snapshots: 0 of 1";
    private const string Wiped = "\r                         \r";

    private static readonly byte[] Report =
        File.ReadAllBytes(Repository.PathOf("snapshots", "odd-cells", "credential-report.csv"));

    private static readonly ReportStyle Terminal = new(80, Color: false) { IsTerminal = true };

    [Fact]
    public void A_long_run_shows_progress_and_wipes_it_before_it_warns()
    {
        var run = Run(new TickingTime());

        Assert.StartsWith($"{Shown}{Wiped}credential-report.csv:", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Count(c => c == '\r') - 1);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("jsonl")]
    [InlineData("html")]
    public void Standard_output_is_the_same_with_progress_and_without(string format)
    {
        var with = Run(new TickingTime(), "--format", format);
        var without = Run(time: null, "--format", format);

        Assert.Contains(Shown, with.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', without.Error);
        Assert.Equal(without.Output, with.Output);
        Assert.Equal(without.ExitCode, with.ExitCode);
    }

    [Fact]
    public void Quiet_shows_none_and_no_warning()
    {
        var run = Run(new TickingTime(), "--quiet");

        Assert.Equal("", run.Error);
        Assert.Contains("\nDiagnostics: 0 errors, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unusable_is_told_after_the_progress_and_also_in_quiet()
    {
        var run = Run(new TickingTime(), "--require-signature", "--trusted-key", "no-such-key.pem");
        Assert.Contains("error PE", run.Error, StringComparison.Ordinal);

        var quiet = Run(new TickingTime(), "--quiet", "--policy", "no-such-policy");
        Assert.Contains("error PE", quiet.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', quiet.Error);
    }

    private static CliRun Run(TickingTime? time, params string[] options)
    {
        using var input = new SlowStream(Report, time);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var host = new CliHost
        {
            Input = input,
            Output = output,
            Error = error,
            OutputStyle = Terminal,
            ErrorStyle = Terminal,
            Ticks = time,
        };
        string[] arguments = ["evaluate", "-", "--as-of", "2026-03-01T00:00:00Z", .. options];
        var exitCode = host.Run(arguments);
        return new CliRun(arguments, exitCode, TextOf(output), TextOf(error));
    }

    private static string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    private sealed class SlowStream(byte[] bytes, TickingTime? time) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            var bytes = new byte[buffer.Length];
            var count = Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(buffer);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            time?.Pass(1);
            return base.Read(buffer, offset, count);
        }
    }
}
