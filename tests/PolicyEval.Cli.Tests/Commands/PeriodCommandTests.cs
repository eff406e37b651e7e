using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval period</c>, from a tree of snapshots to exit codes.</summary>
public sealed class PeriodCommandTests : IDisposable
{
    private const string Policy = "access-key-rotation";
    private const string Old = "2025-01-01T00:00:00Z";
    private const string Fresh = "2026-02-20T00:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Failures_are_followed_through_the_days()
    {
        Snapshot(1, ("ann", Fresh), ("bob", Old));
        Snapshot(2, ("ann", Old), ("bob", Old));
        Snapshot(3, ("ann", Old));
        Snapshot(4, ("ann", Fresh), ("carol", Old));
        var run = Period("2026-03-01", "2026-03-04", "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["carol open 4 ", "ann fixed 2 172800", "bob fixed 1 172800"],
            document.RootElement.GetProperty("episodes").EnumerateArray().Select(episode =>
                $"{episode.GetProperty("resource").GetProperty("id").GetString()} {episode.GetProperty("state").GetString()} "
                + $"{episode.GetProperty("firstSeen").GetString()![9..10]} {episode.GetProperty("secondsToFix")}"));
    }

    [Fact]
    public void Days_without_evidence_and_what_cannot_be_used_are_named()
    {
        Snapshot(1, ("ann", Fresh));
        Snapshot(4, ("ann", Fresh));
        Directory.CreateDirectory(_folder.PathOf("tree/damaged"));
        _folder.Write("tree/damaged/credential-report.csv", "nothing\n");
        var run = Period("2026-03-01", "2026-03-05");

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains("111122223333: evidence of 2 of 5 days, 3 without any\n  2026-03 #..#.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  gap: 2026-03-02 to 2026-03-03 (2 days)\n  gap: 2026-03-05\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  damaged: credential-report.csv:1:1: error PE6", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sealed_snapshots_zips_and_those_of_other_times_are_found()
    {
        Snapshot(1, ("ann", Old));
        var sealing = CliRun.Of(
            "seal", _folder.PathOf("tree/deep/2026-03-01"), "--asserted-by", "audit", "--asserted-at", "2026-03-01T12:00:00Z", "--zip",
            "--output", _folder.PathOf("tree"));
        Assert.True(sealing.ExitCode == 0, sealing.Error);
        Directory.Delete(_folder.PathOf("tree/deep"), recursive: true);

        Assert.Contains("1 open", Period("2026-03-01", "2026-03-01").Output, StringComparison.Ordinal);
        Assert.Equal(3, Period("2026-04-01", "2026-04-01").ExitCode);
        Assert.Equal(3, Period("2026-01-01", "2026-01-01").ExitCode);

        // Unsigned evidence is no evidence where a signature is asked for.
        var unsigned = Period("2026-03-01", "2026-03-01", "--require-signature", "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice"));
        Assert.Equal(3, unsigned.ExitCode);
        Assert.Contains("error PE4146: ", unsigned.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void That_waivers_are_ignored_is_in_the_headline()
    {
        Snapshot(1, ("ann", Old));
        var waiver = _folder.Write("w.yaml", WaiverText.Of("w"));

        Assert.Contains(
            "\nWAIVERS      IGNORED (--ignore-waivers): every failure counts\n",
            Period("2026-03-01", "2026-03-01", "--waivers", waiver, "--ignore-waivers").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_and_what_the_signs_mean_is_said()
    {
        Snapshot(1, ("ann", Fresh));
        Snapshot(2, ("ann", Old));
        var text = Period("2026-03-01", "2026-03-03").Output;

        Assert.Contains("\nDays (UTC): # evidence; . none\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "  read: deep/2026-03-01, as of 2026-03-01T06:00:00Z\n  read: deep/2026-03-02, as of 2026-03-02T06:00:00Z\n", text,
            StringComparison.Ordinal);
        Assert.Contains(
            "  111122223333 ann access-key-rotation: medium, cis_v130/1.14\n    first seen 2026-03-02T06:00:00Z; ", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("which is later", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshots_of_one_instant_have_no_known_order()
    {
        Snapshot(1, ("ann", Old));
        Directory.CreateDirectory(_folder.PathOf("tree/again"));
        File.Copy(_folder.PathOf("tree/deep/2026-03-01/credential-report.json"), _folder.PathOf("tree/again/credential-report.json"));
        Assert.DoesNotContain("not known", Period("2026-03-01", "2026-03-01").Output, StringComparison.Ordinal);

        // The answers were gathered anew, and AWS handed out the same report.
        _folder.Write("tree/again/account-summary.json", """{"SummaryMap": {"Users": 1}}""");
        Assert.Contains(
            "  2 snapshots are as of 2026-03-01T06:00:00Z: which is later is not known\n",
            Period("2026-03-01", "2026-03-01").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("111122223333")]
    [InlineData("444455556666")]
    public void A_rule_of_some_accounts_is_named_as_such(string account)
    {
        var settings = _folder.Write(
            "s.yaml",
            $$"""
            apiVersion: policyeval/v1
            kind: Settings
            metadata: { name: ours }
            spec:
              overrides:
                - policy: {{Policy}}
                  accounts: ["{{account}}"]
                  params: { maxAgeDays: 3000 }
            """);
        var run = CliRun.Of(
            "period", Repository.PathOf("snapshots"), "--from", "2026-03-01", "--to", "2026-03-01", "--policy", Policy, "--settings", settings);

        var rules = Regex.Replace(run.Output, @"\s+", " ");
        Assert.Contains($"CHANGED RULE {Policy}.maxAgeDays = 3000 (standard: 90), {settings}:8, only in {account} Settings ", rules, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(rules, "CHANGED RULE"));
    }

    [Theory]
    [InlineData("PE4020", 64, "--from", "march", "--to", "2026-03-02")]
    [InlineData("PE4021", 64, "--from", "2026-03-02", "--to", "2026-03-01")]
    [InlineData("PE4101", 64, "--from", "2026-03-02")]
    [InlineData("PE4002", 64, "--from", "2026-03-01", "--to", "2026-03-02", "--policy", "acess-key-rotation")]
    [InlineData("PE4119", 64, "--from", "2026-03-01", "--to", "2026-03-02", "--format", "jsn")]
    [InlineData("PE4146", 3, "--from", "2026-04-01", "--to", "2026-04-02")]
    public void A_mistake_is_said(string id, int exitCode, params string[] options)
    {
        Snapshot(1, ("ann", Fresh));
        var run = CliRun.Of(["period", _folder.PathOf("tree"), .. options]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_file_above_the_snapshots_is_named()
    {
        Snapshot(1, ("ann", Fresh));
        _folder.Write("tree/users.json", """{"Users": []}""");
        var run = Period("2026-03-01", "2026-03-01");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE6155: users.json in this folder", run.Error, StringComparison.Ordinal);
        Assert.Contains("error PE4146: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        var run = CliRun.Of("period", _folder.PathOf("nowhere"), "--from", "2026-03-01", "--to", "2026-03-02");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE4147: ", run.Error, StringComparison.Ordinal);
    }

    private CliRun Period(string from, string to, params string[] options) =>
        CliRun.Of(["period", _folder.PathOf("tree"), "--from", from, "--to", to, "--policy", Policy, .. options]);

    /// <summary>What the AWS CLI printed on a day of March, in a folder of its own.</summary>
    private void Snapshot(int day, params (string User, string Rotated)[] users)
    {
        var csv = new CredentialReportText().Root();
        foreach (var (user, rotated) in users)
            csv.User(user, ("access_key_1_active", "true"), ("access_key_1_last_rotated", rotated));
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(csv.ToString()));
        Directory.CreateDirectory(_folder.PathOf($"tree/deep/2026-03-0{day}"));
        _folder.Write(
            $"tree/deep/2026-03-0{day}/credential-report.json",
            $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "2026-03-0{{day}}T06:00:00+00:00"}""");
    }
}
