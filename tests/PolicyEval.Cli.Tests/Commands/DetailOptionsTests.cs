using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary>How much is said: <c>--quiet</c>, <c>--verbose</c> and <c>--failures-only</c>.</summary>
public sealed class DetailOptionsTests : IDisposable
{
    private static readonly string OddCells = Repository.PathOf("snapshots", "odd-cells");
    private static readonly string Neglected = Repository.PathOf("snapshots", "neglected");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quiet_says_what_a_gate_needs()
    {
        var run = CliRun.Of("evaluate", Neglected, "--quiet", "--set", "access-key-rotation.maxAgeDays=30");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            CHANGED RULE access-key-rotation.maxAgeDays = 30 (standard: 90), --set
            11 of 55 controls assessed (cis_v130): 11 fail, 9 manual, 35 not assessed
            FAIL          1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11, 1.12, 1.13, 1.14
            63 findings: 22 pass, 18 fail, 11 not applicable, 12 not assessed; 18 failures
            at the gate; exit code 1

            """,
            run.Output);
    }

    [Fact]
    public void Other_formats_are_as_they_are()
    {
        var (plain, quiet) = (_folder.PathOf("plain.json"), _folder.PathOf("quiet.json"));
        CliRun.Of("evaluate", Neglected, "--format", $"json={plain}");
        CliRun.Of("evaluate", Neglected, "--quiet", "--format", "console", "--format", $"json={quiet}");

        Assert.Equal(File.ReadAllText(plain), File.ReadAllText(quiet));
    }

    [Fact]
    public void Quiet_leaves_out_warnings_whatever_the_format()
    {
        Assert.Contains("warning PE", CliRun.Of("evaluate", OddCells, "--format", "json").Error, StringComparison.Ordinal);
        Assert.Equal("", CliRun.Of("evaluate", OddCells, "--format", "json", "--quiet").Error);
    }

    [Fact]
    public void Verbose_shows_what_passes_the_parameters_and_what_is_needed()
    {
        var text = CliRun.Of("evaluate", Neglected, "--verbose").Output;

        Assert.Contains("\n         policy access-key-rotation, maxAgeDays = 90", text, StringComparison.Ordinal);
        Assert.Contains("\n         data-analyst (pass)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n         $ aws iam list-server-certificates ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_only_shows_what_fails_or_lacks_evidence()
    {
        var text = CliRun.Of("evaluate", OddCells, "--failures-only").Output;

        Assert.Contains("\n1.10     INCOMPLETE ", text, StringComparison.Ordinal);
        Assert.Contains("\n1.12     FAIL ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PASS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT ASSESSED", text, StringComparison.Ordinal);
        Assert.Contains("\n9 of 55 controls assessed (cis_v130): ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--quiet")]
    [InlineData("--verbose")]
    [InlineData("--failures-only")]
    public void A_saved_report_is_shown_in_the_same_way(string option)
    {
        var file = _folder.PathOf("report.json");
        CliRun.Of("evaluate", OddCells, "--format", $"json={file}");

        var run = CliRun.Of("report", file, option);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(CliRun.Of("evaluate", OddCells, option).Output, run.Output);
    }

    [Theory]
    [InlineData("--verbose")]
    [InlineData("--failures-only")]
    public void Quiet_contradicts_whatever_asks_for_more(string other)
    {
        var run = CliRun.Of("evaluate", Neglected, other, "--quiet");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error PE4181: --quiet leaves out what {other} asks for\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console", "evaluate|--verbose")]
    [InlineData("console", "evaluate|--failures-only")]
    [InlineData("csv", "evaluate|--csv-view|controls")]
    [InlineData("csv", "evaluate|--csv-bom")]
    [InlineData("sarif", "evaluate|--sarif-profile|github")]
    [InlineData("asff", "evaluate|--asff-region|eu-central-1")]
    [InlineData("console", "report|--quiet")]
    public void An_option_without_effect_is_refused(string format, string line)
    {
        var (command, option) = (line.Split('|')[0], line.Split('|')[1..]);
        var run = CliRun.Of([command, Neglected, .. option, "--format", "json"]);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(
            $"error PE4180: {option[0]} is about the format {format}, and no report of this run has that format\n",
            run.Error, StringComparison.Ordinal);
    }
}
