using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests;

/// <summary>The examples of policies/README.md do what it says.</summary>
public sealed partial class PoliciesReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_policy_of_five_minutes_has_tests_that_pass_and_cover_it()
    {
        File.WriteAllText(_folder.PathOf("a.yaml"), Example("Policy"));
        File.WriteAllText(_folder.PathOf("a.tests.yaml"), Example("PolicyTests"));

        var run = CliRun.Of("test", _folder.Path, "--coverage", "--min-coverage", "100");

        Assert.Equal("", run.Error);
        Assert.StartsWith("ok    no-signing-certificates: 7 cases, 100 % of ", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void The_policy_of_five_minutes_fails_on_the_sample_as_the_text_says()
    {
        _folder.Write("a.yaml", Example("Policy"));
        string[] evaluate =
        [
            "evaluate", Repository.PathOf("snapshots", "neglected"), "--policies", _folder.Path,
            "--policy", "no-signing-certificates",
        ];

        Assert.Contains("\n9 findings: 1 pass, 1 fail, 7 not applicable; ", CliRun.Of(evaluate).Output);
        Assert.Contains(
            "\n9 findings: 2 fail, 7 not applicable; ",
            CliRun.Of([.. evaluate, "--set", "no-signing-certificates.maxAgeDays=90"]).Output);
    }

    [Fact]
    public void The_waiver_shown_is_right_and_covers_its_failure()
    {
        var waivers = _folder.Write("waivers/legacy-backup.yaml", Example("Waiver"));
        Assert.Equal(0, CliRun.Of("check", "--waivers", _folder.PathOf("waivers")).ExitCode);

        var run = CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "neglected"), "--policy", "access-key-rotation", "--waivers", waivers);
        Assert.Contains("legacy-backup (fail, waived: OldAccessKey)", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_waiver_begins_with_a_report_as_the_text_says()
    {
        var report = _folder.PathOf("report.json");
        CliRun.Of("evaluate", Repository.PathOf("snapshots", "neglected"), "--format", $"json={report}");

        var run = CliRun.Of("waiver", "new", "access-key-rotation", "legacy-backup", "--report", report);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            "resource: \"arn:aws:iam::444455556666:user/legacy-backup\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, CliRun.Of("check", "--waivers", _folder.Write("w.yaml", run.Output)).ExitCode);
    }

    [Fact]
    public void The_settings_shown_are_right_and_change_what_they_say()
    {
        _folder.Write("mine/policyeval.yaml", Example("Settings"));
        Assert.Equal(0, CliRun.Of("check", _folder.PathOf("mine")).ExitCode);

        var run = CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "neglected"), "--policies", _folder.PathOf("mine"), "--format", "summary");
        Assert.Contains("access-key-rotation.maxAgeDays = 60 (standard: 90)", run.Output, StringComparison.Ordinal);
        Assert.Contains("console-user-mfa: severity critical (standard: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("365", run.Output, StringComparison.Ordinal);
    }

    private static string Example(string kind)
    {
        var readme = File.ReadAllText(Repository.PathOf("policies", "README.md"));
        return Block().Matches(readme).Select(match => match.Value.Replace("\n    ", "\n", StringComparison.Ordinal).Trim())
            .Single(text => text.Contains($"\nkind: {kind}\n", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<=\n\n)    apiVersion: policyeval/v1\n((    .*)?\n)+")]
    private static partial Regex Block();
}
