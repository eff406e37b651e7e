using System.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary>Rules and reports from named pipes, as process substitution gives them.</summary>
public sealed class NamedPipeTests : IDisposable
{
    private const string Policy = "root-access-key-absent";
    private const string Settings =
        """
        apiVersion: policyeval/v1
        kind: Settings
        metadata: { name: ours }
        spec:
          overrides:
            - { policy: root-access-key-absent, params: { inactiveKey: pass } }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _pipe;
    private readonly string _csv;

    public NamedPipeTests()
    {
        _pipe = _folder.PathOf("pipe");
        _csv = _folder.Write(
            "a.csv",
            new CredentialReportText().Root(("access_key_1_last_rotated", "2020-01-01T00:00:00Z")).ToString());
        if (OperatingSystem.IsWindows())
            return;
        using var process = Process.Start("mkfifo", _pipe);
        process.WaitForExit();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Settings_from_a_pipe_are_those_of_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = Evaluate("--settings", _folder.Write("s.yaml", Settings));
        var writing = Write(Settings);
        var run = Evaluate("--settings", _pipe);
        await writing;

        Assert.Equal(1, Evaluate().ExitCode);
        Assert.Equal((0, 0), (file.ExitCode, run.ExitCode));
        Assert.Contains("CHANGED RULE", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_and_a_compared_report_may_be_a_pipe()
    {
        if (OperatingSystem.IsWindows())
            return;
        var report = Evaluate("--format", "json").Output;
        var other = _folder.Write("r.json", report);

        var writing = Write(report);
        var baseline = Evaluate("--baseline", _pipe);
        await writing;
        writing = Write(report);
        var diff = CliRun.Of("diff", _pipe, other);
        await writing;

        Assert.Equal((0, ""), (baseline.ExitCode, baseline.Error));
        Assert.Equal((0, ""), (diff.ExitCode, diff.Error));
        Assert.Contains("0 new failures", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_without_a_report_is_not_compared()
    {
        if (OperatingSystem.IsWindows())
            return;
        var writing = Write("user,arn\n");
        var diff = CliRun.Of("diff", _pipe, _csv);
        await writing;

        Assert.Equal((3, ""), (diff.ExitCode, diff.Output));
        Assert.Contains("error PE4130: ", diff.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PE3001", "evaluate", "CSV", "--settings", "PIPE")]
    [InlineData("PE4135", "evaluate", "CSV", "--baseline", "PIPE")]
    [InlineData("PE4135", "diff", "PIPE", "CSV")]
    [InlineData("PE4135", "waiver", "new", "0123456789", "--report", "PIPE")]
    public void A_pipe_that_nobody_writes_to_does_not_hang(string id, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        var run = CliRun.Of([.. arguments.Select(word => word == "PIPE" ? _pipe : word == "CSV" ? _csv : word)]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("a pipe that nobody writes to", run.Error, StringComparison.Ordinal);
    }

    /// <summary>On a thread of its own: to open a pipe waits for who reads it.</summary>
    private Task Write(string text) => Task.Run(() => File.WriteAllText(_pipe, text));

    private CliRun Evaluate(params string[] options) => CliRun.Of(["evaluate", _csv, "--policy", Policy, .. options]);
}
