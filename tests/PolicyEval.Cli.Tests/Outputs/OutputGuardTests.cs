using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Outputs;

/// <summary>No report overwrites what its run reads, whatever name it goes by.</summary>
public sealed class OutputGuardTests
{
    private static readonly string Csv = new CredentialReportText().Root().User("deploy").ToString();

    [Theory]
    [InlineData("linked", "in/credential-report.csv")]
    [InlineData("in", "linked/credential-report.csv")]
    [InlineData("in", "linked/new.json")]
    [InlineData("in/credential-report.csv", "file-link")]
    [InlineData("file-link", "in/credential-report.csv")]
    public void Evidence_is_not_overwritten_through_a_link(string snapshot, string output)
    {
        using var folder = new TemporaryFolder();
        var evidence = folder.Write("in/credential-report.csv", Csv);
        File.CreateSymbolicLink(folder.PathOf("linked"), "in");
        File.CreateSymbolicLink(folder.PathOf("file-link"), "in/credential-report.csv");

        var run = CliRun.Of("evaluate", folder.PathOf(snapshot), "--format", $"json={folder.PathOf(output)}");

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4108: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(Csv, File.ReadAllText(evidence));
    }

    [Theory]
    [InlineData("mine/mine.yaml", true)]
    [InlineData("linked/mine.yaml", true)]
    [InlineData("mine/report.json", false)]
    public void A_policy_file_is_not_overwritten(string output, bool refused)
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Csv);
        var text = PolicyText.Of("mine", "!root.access_key_1_active");
        var policy = folder.Write("mine/mine.yaml", text);
        File.CreateSymbolicLink(folder.PathOf("linked"), "mine");

        var run = CliRun.Of(
            "evaluate", csv, "--policies", folder.PathOf("mine"), "--policy", "mine", "--format",
            $"json={folder.PathOf(output)}");

        Assert.Equal(refused ? 64 : 0, run.ExitCode);
        Assert.Equal(refused, run.Error.StartsWith("error PE4108: ", StringComparison.Ordinal));
        Assert.Equal(text, File.ReadAllText(policy));
    }

    [Fact]
    public void Two_reports_to_one_file_through_a_link_are_refused()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Csv);
        Directory.CreateDirectory(folder.PathOf("out"));
        File.CreateSymbolicLink(folder.PathOf("linked"), "out");

        var run = CliRun.Of(
            "evaluate", csv, "--format", $"json={folder.PathOf("out/a")}", "--format",
            $"summary={folder.PathOf("linked/a")}");

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4107: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.PathOf("out")));
    }

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/proc/self/fd/1")]
    public void A_name_of_standard_output_is_standard_output(string name)
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Csv);

        var run = CliRun.Of("evaluate", csv, "--format", $"json={name}");

        Assert.Equal(CliRun.Of("evaluate", csv, "--format", "json").Output, run.Output);
    }
}
