using PolicyEval.Reporting;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval report</c>, from files to exit codes.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("well-kept")]
    [InlineData("neglected")]
    [InlineData("odd-cells")]
    [InlineData("sealed")]
    public void A_saved_result_has_the_bytes_of_the_run_in_every_format(string snapshot)
    {
        var names = ReportFormats.All.Select(format => format.Name).ToArray();
        var saved = _folder.PathOf("saved.json");
        string[] evaluated = [.. names.SelectMany(name => (string[])["--format", $"{name}={_folder.PathOf(name)}"])];
        CliRun.Of(["evaluate", Repository.PathOf("snapshots", snapshot), .. evaluated]);
        File.Copy(_folder.PathOf("json"), saved);
        string[] again = [.. names.SelectMany(name => (string[])["--format", $"{name}={_folder.PathOf(name + ".again")}"])];

        var run = CliRun.Of(["report", saved, .. again]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(_folder.PathOf(name)), File.ReadAllBytes(_folder.PathOf(name + ".again"))));
    }

    [Fact]
    public void An_organization_too()
    {
        var saved = _folder.PathOf("saved.json");
        CliRun.Of(
            "evaluate", Repository.PathOf("snapshots"), "--expected-accounts", Repository.PathOf("snapshots", "accounts.csv"),
            "--format", $"json={saved}", "--format", $"html={_folder.PathOf("html")}");

        var run = CliRun.Of("report", saved, "--format", "html");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(_folder.PathOf("html")), run.Output);
    }

    [Fact]
    public void What_is_no_report_is_refused_and_nothing_written()
    {
        var file = _folder.Write("r.json", "{\"formatVersion\": \"1.4\"}");
        var target = _folder.PathOf("r.html");

        var run = CliRun.Of("report", file, "--format", $"html={target}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE4130", run.Error);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void The_result_itself_is_not_overwritten()
    {
        var file = _folder.PathOf("r.json");
        CliRun.Of("evaluate", Repository.PathOf("snapshots", "well-kept"), "--format", $"json={file}");

        var run = CliRun.Of("report", file, "--format", $"json={file}");

        Assert.Equal(64, run.ExitCode);
    }

    [Fact]
    public void Views_of_the_CSV_report_are_chosen_by_name()
    {
        var file = _folder.PathOf("r.json");
        CliRun.Of("evaluate", Repository.PathOf("snapshots", "well-kept"), "--format", $"json={file}");

        Assert.Contains("\"population\"", CliRun.Of("report", file, "--format", "csv", "--csv-view", "controls").Output);
        Assert.StartsWith("\ufeff", CliRun.Of("report", file, "--format", "csv", "--csv-bom").Output);
        var wrong = CliRun.Of("report", file, "--format", "csv", "--csv-view", "control");
        Assert.Equal(64, wrong.ExitCode);
        Assert.Contains("PE4172", wrong.Error);
    }
}
