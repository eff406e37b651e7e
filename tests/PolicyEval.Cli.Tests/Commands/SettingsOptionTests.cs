using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval.yaml</c> beside the policies, and <c>--settings</c>.</summary>
public sealed class SettingsOptionTests : IDisposable
{
    private const string Settings =
        """
        apiVersion: policyeval/v1
        kind: Settings
        metadata: { name: ours }
        spec:
          overrides:
            - { policy: root-access-key-absent, severity: low, params: { inactiveKey: pass } }

        """;

    private static readonly string Csv =
        new CredentialReportText().Root(("access_key_1_last_rotated", "2020-01-01T00:00:00Z")).User("deploy").ToString();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_with_settings_alone_changes_bundled_policies_and_the_headline_says_so()
    {
        var settings = _folder.Write("mine/policyeval.yaml", Settings);
        Assert.Equal(1, Evaluate().ExitCode);

        var run = Evaluate("--policies", _folder.PathOf("mine"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var words = string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"CHANGED RULE root-access-key-absent: severity low (standard: high), {settings}:6", words, StringComparison.Ordinal);
        Assert.Contains(
            $"CHANGED RULE root-access-key-absent.inactiveKey = pass (standard: fail), {settings}:6", words, StringComparison.Ordinal);
        Assert.Contains($"Settings {settings}, sha256 {Sha256Of(settings)}", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_names_file_digest_and_the_place_of_every_change()
    {
        var settings = _folder.Write("s.yaml", Settings);
        var report = JsonNode.Parse(Evaluate("--settings", settings, "--format", "json").Output)!;

        Assert.Equal((settings, Sha256Of(settings)), ((string?)report["settings"]!["path"], (string?)report["settings"]!["sha256"]));
        var policy = report["policies"]![0]!;
        Assert.Equal(
            ("low", "high", $"{settings}:6"),
            ((string?)policy["severity"], (string?)policy["standardSeverity"], (string?)policy["severitySource"]));
        Assert.Null(policy["accounts"]);
        Assert.Equal($"{settings}:6", (string?)policy["params"]![0]!["source"]);
        Assert.Equal("pass", (string?)report["findings"]![0]!["params"]!["inactiveKey"]);
    }

    [Fact]
    public void An_option_wins_over_settings_and_named_settings_over_those_of_the_folder()
    {
        _folder.Write("mine/policyeval.yaml", Settings);
        var other = _folder.Write("other.yaml", Settings.Replace("severity: low, params: { inactiveKey: pass }", "severity: info", StringComparison.Ordinal));

        Assert.Equal(1, Evaluate("--policies", _folder.PathOf("mine"), "--set", "root-access-key-absent.inactiveKey=fail").ExitCode);
        Assert.Equal(1, Evaluate("--policies", _folder.PathOf("mine"), "--settings", other).ExitCode);
    }

    [Fact]
    public void Explain_judges_as_evaluate_does()
    {
        var settings = _folder.Write("s.yaml", Settings);
        var report = _folder.Write("credential-report.csv", Csv);
        var run = CliRun.Of("explain", report, "--policy", "root-access-key-absent", "--settings", settings);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("params.inactiveKey = pass", run.Output, StringComparison.Ordinal);
        Assert.Contains($"s.yaml:6", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_reads_settings_beside_the_policies_and_by_name()
    {
        _folder.Write("mine/policyeval.yaml", Settings);
        var bad = _folder.Write("bad.yaml", Settings.Replace("inactiveKey", "inactiveKeys", StringComparison.Ordinal));

        var run = CliRun.Of("check", _folder.PathOf("mine"));
        Assert.Equal((0, "0 policies, 0 frameworks, settings: 0 errors, 0 warnings\n"), (run.ExitCode, run.Output));

        run = CliRun.Of("check", "--settings", bad);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"{bad}:6:66: error PE3043: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'inactiveKey'?", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_not_there_or_wrong_are_unusable_input()
    {
        var run = Evaluate("--settings", _folder.PathOf("absent.yaml"));
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE3001", run.Error, StringComparison.Ordinal);

        run = Evaluate("--settings", _folder.Write("s.yaml", Settings.Replace("low", "lower", StringComparison.Ordinal)));
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE3026", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_not_overwritten()
    {
        var settings = _folder.Write("s.yaml", Settings);
        var run = Evaluate("--settings", settings, "--format", $"json={settings}");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("PE4108", run.Error, StringComparison.Ordinal);
        Assert.Equal(Settings, File.ReadAllText(settings));
    }

    private static string Sha256Of(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private CliRun Evaluate(params string[] options)
    {
        var report = _folder.Write("credential-report.csv", Csv);
        return CliRun.Of(["evaluate", report, "--policy", "root-access-key-absent", .. options]);
    }
}
