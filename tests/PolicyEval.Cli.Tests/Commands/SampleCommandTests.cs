using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval sample</c>, from files to exit codes.</summary>
public sealed class SampleCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sample_has_its_cells_and_says_what_it_was_drawn_from()
    {
        var report = Evaluate("cis_v130");

        var run = CliRun.Of("sample", report, "--control", "1.14", "--size", "4", "--seed", "7");

        Assert.Equal((0, "4 of 9 items tested for cis_v130/1.14, seed 7\n"), (run.ExitCode, run.Error));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.All(lines[1..], line => Assert.StartsWith("\"cis_v130\",\"cis_v130/1.14\",\"access-key-rotation\"", line));
        Assert.All(lines[1..], line => Assert.Contains("sed -n ", line));
        Assert.Equal(run.Output, CliRun.Of("sample", report, "--control", "cis_v130/1.14", "--size", "4", "--seed", "7").Output);
    }

    [Theory]
    [InlineData("PE4173", "9.99")]
    [InlineData("PE4173", "1.1")]
    [InlineData("name it whole", "1.10")]
    public void A_control_must_be_one_that_policies_decide(string expected, string control)
    {
        var run = CliRun.Of("sample", Evaluate("cis_v130", "cis_v140"), "--control", control);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error);
    }

    [Theory]
    [InlineData("--size", "0")]
    [InlineData("--size", "x")]
    [InlineData("--seed", "1.5")]
    public void Numbers_are_whole(string option, string value) =>
        Assert.Equal(64, CliRun.Of("sample", Evaluate("cis_v130"), "--control", "1.10", option, value).ExitCode);

    [Fact]
    public void A_name_of_the_report_cannot_steer_the_terminal()
    {
        var report = Evaluate("cis_v130");
        var text = File.ReadAllText(report).Replace("cis_v130", "\\u001b[2Jcis", StringComparison.Ordinal);
        File.WriteAllText(report, text);

        var run = CliRun.Of("sample", report, "--control", "1.14", "--size", "1");

        Assert.Equal((0, "1 of 9 items tested for \\u{1b}[2Jcis/1.14, seed 1\n"), (run.ExitCode, run.Error));
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
    }

    private string Evaluate(params string[] frameworks)
    {
        var file = _folder.PathOf("report.json");
        CliRun.Of([
            "evaluate", Repository.PathOf("snapshots", "neglected"), .. frameworks.SelectMany(f => (string[])["--framework", f]),
            "--format", $"json={file}",
        ]);
        return file;
    }
}
