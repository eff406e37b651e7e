using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>evaluate --waivers</c> and <c>check --waivers</c>.</summary>
public sealed class WaiverOptionTests : IDisposable
{
    private const string AsOf = "2026-07-01";

    private static readonly string Csv =
        new CredentialReportText().Root(("access_key_1_active", "true")).User("deploy").ToString();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_headline_of_the_summary_says_how_many_failures_are_waived()
    {
        var text = Sample("--format", "summary");

        Assert.Matches("\nWAIVED       2 of [0-9]+ failures: they do not count at the gate\n", text);
        Assert.Contains("neglected.waivers.yaml", text, StringComparison.Ordinal);
        Assert.Contains("Diagnostics: 0 errors, 2 warnings", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ci-keys", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n3 waivers: 2 active, 1 expired, 1 EXPIRING within 30 days, 1 UNUSED\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_marks_what_is_waived_and_lists_the_waivers()
    {
        var text = Sample();

        Assert.Matches("\nWAIVED       2 of [0-9]+ failures", text);
        Assert.Contains("legacy-backup (fail, waived: OldAccessKey)", text, StringComparison.Ordinal);
        Assert.Contains("legacy-backup-key: active, EXPIRES SOON, 2026-03-16T00:00:00Z", text, StringComparison.Ordinal);
        Assert.Contains("workshop-accounts: EXPIRED at 2026-01-01T00:00:00Z", text, StringComparison.Ordinal);
        Assert.Contains("ci-keys: active until 2026-10-01T00:00:00Z; UNUSED", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_failures_are_all_waived_leaves_with_0()
    {
        var waivers = _folder.Write("waivers/w.yaml", WaiverText.Of("w"));
        var run = Evaluate("--waivers", Path.GetDirectoryName(waivers)!);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("FAIL, WAIVED", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 fail (1 waived); 0 failures at the", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_names_file_digest_and_waiver()
    {
        var waivers = _folder.Write("w.yaml", WaiverText.Of("w"));
        var report = JsonNode.Parse(Evaluate("--waivers", waivers, "--format", "json").Output)!;

        var file = report["waiverFiles"]![0]!;
        Assert.Equal(waivers, (string?)file["path"]);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(waivers))), (string?)file["sha256"]);
        Assert.Equal("w", (string?)report["findings"]![0]!["waiver"]!["name"]);
        Assert.Equal("active", (string?)report["waivers"]![0]!["state"]);
        Assert.False((bool)report["options"]!["ignoreWaivers"]!);
        Assert.Equal(1, (int?)report["summary"]!["findings"]!["waived"]);
        Assert.Equal(1, (int?)report["summary"]!["frameworks"]![0]!["controls"]!["waived"]);
    }

    [Fact]
    public void Ignored_waivers_leave_the_world_as_it_is()
    {
        var waivers = _folder.Write("w.yaml", WaiverText.Of("w"));
        var run = Evaluate("--waivers", waivers, "--ignore-waivers");
        var report = JsonNode.Parse(Evaluate("--waivers", waivers, "--ignore-waivers", "--format", "json").Output)!;

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("WAIVERS      IGNORED (--ignore-waivers)", run.Output, StringComparison.Ordinal);
        Assert.True((bool)report["options"]!["ignoreWaivers"]!);
        Assert.Null(report["findings"]![0]!["waiver"]);
        Assert.Equal((0, 1), ((int)report["waivers"]![0]!["waived"]!, (int)report["waivers"]![0]!["matched"]!));
    }

    [Fact]
    public void A_waiver_with_a_mistake_is_unusable_input()
    {
        var waivers = _folder.Write("w.yaml", WaiverText.Of("w", owner: "CAROL"));
        var run = Evaluate("--waivers", waivers);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{waivers}:9:15: error PE4054: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_not_there_is_unusable_input()
    {
        var run = Evaluate("--waivers", _folder.PathOf("absent.yaml"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE3001", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w.yaml", "w.yaml", true)]
    [InlineData("waivers", "waivers/new.yaml", true)]
    [InlineData("waivers", "waivers/report.json", false)]
    public void A_waiver_is_not_overwritten(string given, string output, bool refused)
    {
        _folder.Write("w.yaml", WaiverText.Of("w"));
        _folder.Write("waivers/v.yaml", WaiverText.Of("v"));
        var run = Evaluate("--waivers", _folder.PathOf(given), "--format", $"json={_folder.PathOf(output)}");

        Assert.Equal(refused ? 64 : 0, run.ExitCode);
        Assert.Equal(refused, run.Error.Contains("PE4108", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_reads_waivers_beside_the_bundled_policies()
    {
        var good = _folder.Write("good.yaml", WaiverText.Of("good"));
        var bad = _folder.Write("bad.yaml", WaiverText.Of("bad").Replace("-key-absent", "-key-abscent", StringComparison.Ordinal));

        var run = CliRun.Of("check", "--waivers", good);
        Assert.EndsWith(", 1 waiver: 0 errors, 0 warnings\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);

        run = CliRun.Of("check", "--waivers", good, "--waivers", bad);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"{bad}:5:11: error PE3042: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'root-access-key-absent'?", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(", 2 waivers: 1 error, 0 warnings\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_reads_waivers_among_the_policies_and_says_each_mistake_once()
    {
        _folder.Write("all/w.yaml", WaiverText.Of("w", owner: "carol"));
        _folder.Write("all/broken.yaml", "kind: [\n");
        _folder.Write("all/p.yaml", PolicyText.Of("p", "root.mfa_active"));
        var run = CliRun.Of("check", _folder.PathOf("all"), "--waivers", _folder.PathOf("all"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("w.yaml:9:15: error PE4054", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 policy, 0 frameworks, 1 waiver: 2 errors, 0 warnings\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_among_the_policies_may_be_named_too()
    {
        _folder.Write("all/p.yaml", PolicyText.Of("p", "root.mfa_active"));
        var waiver = _folder.Write("all/w.yaml", WaiverText.Of("w"));
        var run = CliRun.Of("check", _folder.PathOf("all"), "--waivers", waiver);

        Assert.Equal((0, "1 policy, 0 frameworks, 1 waiver: 0 errors, 0 warnings\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_waiver_of_another_folder_has_a_place_in_the_log()
    {
        var waivers = _folder.Write("there/w.yaml", WaiverText.Of("w", owner: "carol"));
        var log = JsonNode.Parse(CliRun.Of("check", "--waivers", waivers, "--format", "sarif").Output)!["runs"]![0]!;

        Assert.Equal("PE4054", (string?)log["results"]![0]!["ruleId"]);
        Assert.Equal("w.yaml", (string?)log["artifacts"]!.AsArray()[^1]!["location"]!["uri"]);
    }

    private static string Sample(params string[] options)
    {
        var run = CliRun.Of([
            "evaluate", Repository.PathOf("snapshots", "neglected"),
            "--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml"), .. options]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PE4058", run.Error, StringComparison.Ordinal);
        Assert.Contains("PE4059", run.Error, StringComparison.Ordinal);
        return run.Output;
    }

    private CliRun Evaluate(params string[] options)
    {
        var report = _folder.Write("credential-report.csv", Csv);
        return CliRun.Of(
            ["evaluate", report, "--as-of", AsOf, "--policy", "root-access-key-absent", .. options]);
    }
}
