using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval recheck</c>, from files to exit codes.</summary>
public sealed class RecheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("well-kept")]
    [InlineData("neglected")]
    [InlineData("odd-cells")]
    [InlineData("sealed")]
    public void The_report_of_a_sample_follows_from_it(string name)
    {
        var snapshot = Repository.PathOf("snapshots", name);
        var (file, report) = Evaluate(snapshot);

        var run = CliRun.Of("recheck", file, snapshot);

        var findings = report["findings"]!.AsArray().Count;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"{findings} of {findings} findings re-derived, byte-identical", run.Output);
        Assert.EndsWith("The report follows from the evidence.\n", run.Output);
    }

    [Fact]
    public void With_every_kind_of_option_too()
    {
        string[] rules = ["--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml")];
        var snapshots = Repository.PathOf("snapshots");
        string[] accounts = ["--expected-accounts", Repository.PathOf("snapshots", "accounts.csv")];
        var (file, _) = Evaluate([
            snapshots, .. rules, .. accounts, "--framework", "cis_v500", "--framework", "aws_fsbp", "--as-of", "2026-03-10",
            "--set", "access-key-rotation.maxAgeDays=30", "--fail-on", "high", "--max-age", "36h", "--now", "2026-03-10",
        ]);

        Assert.Equal(0, CliRun.Of(["recheck", file, snapshots, .. rules, .. accounts]).ExitCode);
        var without = CliRun.Of(["recheck", file, snapshots, .. accounts]);
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("waivers", without.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_changed_cell_is_named_with_its_finding()
    {
        var (file, report) = Evaluate(Neglected);
        var finding = Failure(report);
        finding["evidence"]![0]!["value"] = "false";

        var run = Recheck(report, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            $"access-key-rotation legacy-backup ({finding["fingerprint"]}): credential-report.csv:8:110 has another value",
            Unwrapped(run.Output));
        Assert.Contains(
            $"access-key-rotation legacy-backup ({finding["fingerprint"]}): its outcome is derived, and not all",
            Unwrapped(run.Output));
    }

    [Theory]
    [InlineData("line", 7)]
    [InlineData("line", 700)]
    [InlineData("column", 111)]
    [InlineData("column", 100000)]
    public void One_changed_place_is_named_with_its_finding(string name, int value)
    {
        var (file, report) = Evaluate(Neglected);
        Failure(report)["evidence"]![0]![name] = value;

        var run = Recheck(report, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("access-key-rotation legacy-backup", run.Output);
    }

    [Fact]
    public void One_changed_digest_is_named_with_its_finding()
    {
        var (file, report) = Evaluate(Neglected);
        Failure(report)["evidence"]![0]!["sha256"] = new string('0', 64);

        Assert.Contains("has another digest than the cell", Unwrapped(Recheck(report, file).Output));
    }

    [Fact]
    public void One_changed_outcome_is_named_with_its_finding()
    {
        var (file, report) = Evaluate(Neglected);
        Failure(report)["outcome"] = "pass";
        var findings = report["summary"]!["findings"]!;
        findings["fail"] = (int)findings["fail"]! - 1;
        findings["pass"] = (int)findings["pass"]! + 1;

        var run = Recheck(report, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("access-key-rotation legacy-backup", run.Output);
        Assert.Contains("the report says pass, derived is fail", Unwrapped(run.Output));
    }

    [Fact]
    public void One_changed_control_is_named()
    {
        var (file, report) = Evaluate(Neglected);
        report["controls"]!.AsArray().Single(c => (string?)c!["id"] == "1.14")!["outcome"] = "pass";

        var run = Recheck(report, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("control cis_v130/1.14: the report says pass", Unwrapped(run.Output));
    }

    [Fact]
    public void A_finding_that_was_taken_out_is_named()
    {
        var (file, report) = Evaluate(Neglected);
        report["findings"]!.AsArray().Remove(Failure(report));
        var findings = report["summary"]!["findings"]!;
        findings["fail"] = (int)findings["fail"]! - 1;
        findings["total"] = (int)findings["total"]! - 1;

        var run = Recheck(report, file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it is derived, and the report does not have it", Unwrapped(run.Output));
    }

    [Fact]
    public void One_changed_policy_is_named_with_all_of_its_findings()
    {
        var policies = Directory.CreateDirectory(_folder.PathOf("policies")).FullName;
        var text = File.ReadAllText(Repository.PathOf("policies", "iam", "access-key-rotation.yaml"));
        File.WriteAllText(Path.Combine(policies, "p.yaml"), text + "\n# of our own\n");
        var (file, _) = Evaluate([Neglected, "--policies", policies]);
        File.WriteAllText(Path.Combine(policies, "p.yaml"), text + "\n# changed\n");

        var run = CliRun.Of("recheck", file, Neglected, "--policies", policies);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("policy access-key-rotation: the report was made with it", Unwrapped(run.Output));
        Assert.Contains("access-key-rotation legacy-backup", run.Output);
        Assert.Contains("its policy has other content than the report was made with", Unwrapped(run.Output));
    }

    [Fact]
    public void Other_evidence_is_named()
    {
        var (file, _) = Evaluate(Neglected);

        var run = CliRun.Of("recheck", file, Repository.PathOf("snapshots", "well-kept"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("snapshot neglected: the report was made with it", Unwrapped(run.Output));
        Assert.Contains("of its snapshot is not here", Unwrapped(run.Output));
    }

    private static string Neglected => Repository.PathOf("snapshots", "neglected");

    private (string File, JsonNode Report) Evaluate(params string[] arguments)
    {
        var file = _folder.PathOf("report.json");
        CliRun.Of(["evaluate", .. arguments, "--format", $"json={file}"]);
        return (file, JsonNode.Parse(File.ReadAllText(file))!);
    }

    private static CliRun Recheck(JsonNode report, string file)
    {
        File.WriteAllText(file, report.ToJsonString());
        return CliRun.Of("recheck", file, Neglected);
    }

    private static JsonNode Failure(JsonNode report) => report["findings"]!.AsArray().Single(finding =>
        (string?)finding!["policy"] == "access-key-rotation" && (string?)finding["resource"]!["id"] == "legacy-backup")!;

    private static string Unwrapped(string output) => output.Replace("\n  ", " ", StringComparison.Ordinal);
}
