using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval diff</c>, from files to exit codes.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private const string Policy = "access-key-rotation";
    private const string Old = "2025-01-01T00:00:00Z";
    private const string Fresh = "2026-02-20T00:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_snapshots_and_their_two_reports_differ_alike()
    {
        var (before, after) = (Csv("a", ("ann", Old), ("bob", Fresh)), Csv("b", ("bob", Old), ("carol", Old), ("ann", Fresh)));
        var ofSnapshots = Diff(before, after, ["--as-of", "2026-03-01", "--policy", Policy]);
        var ofReports = Diff(Report(before), Report(after), []);

        Assert.Equal((0, ""), (ofSnapshots.ExitCode, ofSnapshots.Error));
        Assert.Equal((0, ""), (ofReports.ExitCode, ofReports.Error));
        Assert.Equal(Changes(ofSnapshots), Changes(ofReports));
        Assert.Equal(["new bob", "new carol", "fixed ann"], Changes(ofSnapshots));
    }

    [Fact]
    public void New_failures_count_where_that_is_asked_for()
    {
        var (before, after) = (Report(Csv("a", ("ann", Old))), Report(Csv("b", ("ann", Old), ("bob", Old))));

        Assert.Equal(0, CliRun.Of("diff", before, after).ExitCode);
        Assert.Equal(1, CliRun.Of("diff", before, after, "--fail-on", "new").ExitCode);
        Assert.Equal(0, CliRun.Of("diff", after, before, "--fail-on", "new").ExitCode);
        Assert.Equal(0, CliRun.Of("diff", after, after, "--fail-on", "new").ExitCode);
    }

    [Fact]
    public void What_is_out_of_sight_is_no_success()
    {
        var before = Report(Csv("a", ("ann", Old)));
        var after = Report(Csv("b", ("ann", "not_supported")));
        var run = CliRun.Of("diff", before, after, "--fail-on", "new");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Failures out of sight: not shown to be fixed (1)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_that_ended_counts_as_new()
    {
        var csv = Csv("a", ("ann", Old));
        var waiver = _folder.Write("w.yaml", WaiverText.Of("w")
            .Replace("root-access-key-absent", Policy, StringComparison.Ordinal).Replace("<root_account>", "ann", StringComparison.Ordinal));
        var waived = _folder.PathOf("waived.json");
        var evaluated = CliRun.Of("evaluate", csv, "--as-of", "2026-03-01", "--policy", Policy, "--waivers", waiver, "--format", $"json={waived}");
        Assert.True(evaluated.ExitCode == 0, evaluated.Error);
        var run = CliRun.Of("diff", waived, Report(csv), "--fail-on", "new");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DIFFERENT INPUTS", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 no longer waived", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of("diff", Report(csv), waived, "--fail-on", "new").ExitCode);
    }

    [Fact]
    public void What_a_side_does_not_cite_is_not_said_to_be_gone()
    {
        var before = Csv("yesterday", ("ann", Fresh), ("bob", Fresh));
        var after = Csv("today", ("ann", Old), ("bob", Fresh));
        var ofSnapshots = CliRun.Of("diff", before, after, "--as-of", "2026-03-01", "--policy", Policy);
        var ofReports = CliRun.Of("diff", Report(before), Report(after));

        foreach (var run in (CliRun[])[ofSnapshots, ofReports])
        {
            Assert.Contains(
                """
                    credential-report.csv access_key_1_active = true: decides now
                    credential-report.csv access_key_1_last_rotated: 2026-02-20T00:00:00Z ->
                      2025-01-01T00:00:00Z
                    credential-report.csv access_key_2_active = false: no longer decides
                """,
                run.Output, StringComparison.Ordinal);
            Assert.Contains("1 new failure, 0 fixed, 1 unchanged;", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("(none)", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("console", "[1]")]
    [InlineData("markdown", "&#91;1&#93;")]
    public void A_cause_that_all_share_is_said_once(string format, string mark)
    {
        var (csv, report) = (Csv("a", ("ann", Old), ("bob", Fresh)), _folder.PathOf("timeless.json"));
        Assert.Equal(2, CliRun.Of("evaluate", csv, "--policy", Policy, "--format", $"json={report}").ExitCode);
        var there = CliRun.Of("diff", Report(csv), report, "--format", format).Output;
        var back = CliRun.Of("diff", report, Report(csv), "--format", format).Output;

        foreach (var text in (string[])[there, back])
        {
            Assert.Single(Regex.Matches(text, "this evidence does not"));
            Assert.Equal(3, text.Split(mark).Length - 1);
        }
    }

    [Fact]
    public void No_relaxed_rule_looks_standard()
    {
        var (before, after) = (Csv("a", ("ann", Old)), Csv("b", ("ann", Old), ("bob", Old)));
        var waiver = _folder.Write("w.yaml", WaiverText.Of("w"));
        string[] words =
        [
            "diff", before, after, "--as-of", "2026-03-01", "--framework", "cis_v700", "--policy", Policy,
            "--set", $"{Policy}.maxAgeDays=3000", "--waivers", waiver, "--ignore-waivers",
        ];
        var (console, markdown) = (CliRun.Of(words), CliRun.Of([.. words, "--format", "markdown"]));

        Assert.Equal((0, ""), (console.ExitCode, console.Error));
        Assert.Contains("\nFramework    CIS Amazon Web Services Foundations Benchmark 7.0.0 (cis_v700)\n", console.Output, StringComparison.Ordinal);
        Assert.Contains($"\nOnly policy  {Policy}\n", console.Output, StringComparison.Ordinal);
        Assert.Contains($"\nCHANGED RULE {Policy}.maxAgeDays = 3000 (standard: 90), --set\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("\nWaivers      ", console.Output, StringComparison.Ordinal);
        Assert.Contains("\nWAIVERS      IGNORED (--ignore-waivers): every failure counts\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("\n- **CHANGED RULE**: access-key-rotation.maxAgeDays &#61; 3000 ", markdown.Output, StringComparison.Ordinal);
        Assert.Contains("\n- **WAIVERS**: IGNORED ", markdown.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(CliRun.Of([.. words, "--format", "json"]).Output);
        foreach (var side in (string[])["old", "new"])
        {
            var rules = document.RootElement.GetProperty(side).GetProperty("rules");
            Assert.Equal("cis_v700", rules.GetProperty("frameworks")[0].GetProperty("name").GetString());
            Assert.True(rules.GetProperty("policies")[0].GetProperty("paramsChanged").GetBoolean());
            Assert.True(rules.GetProperty("options").GetProperty("ignoreWaivers").GetBoolean());
        }
    }

    [Fact]
    public void A_rule_of_one_side_is_named_as_such()
    {
        var csv = Csv("a", ("ann", Old));
        var relaxed = _folder.PathOf("relaxed.json");
        Assert.Equal(0, CliRun.Of(
            "evaluate", csv, "--as-of", "2026-03-01", "--policy", Policy, "--set", $"{Policy}.maxAgeDays=3000", "--format", $"json={relaxed}").ExitCode);

        Assert.Contains(
            $"\nCHANGED RULE new side only: {Policy}.maxAgeDays = 3000 ", CliRun.Of("diff", Report(csv), relaxed).Output, StringComparison.Ordinal);
        Assert.Contains(
            $"\nCHANGED RULE old side only: {Policy}.maxAgeDays = 3000 ", CliRun.Of("diff", relaxed, Report(csv)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_that_the_user_gives_is_marked_on_both_sides()
    {
        var (before, after) = (Answer(1), Answer(2));
        string[] words = ["diff", before, after, "--as-of", "2026-03-05", "--policy", Policy];
        var console = CliRun.Of(words);

        Assert.Equal((0, ""), (console.ExitCode, console.Error));
        Assert.Equal(2, Regex.Count(console.Output, "as of 2026-03-05T00:00:00Z PROJECTED: later than the\\s+evidence"));
        Assert.Equal(2, Regex.Count(CliRun.Of([.. words, "--format", "markdown"]).Output, @"Z \*\*PROJECTED\*\*: later than the evidence \|"));
        using var document = JsonDocument.Parse(CliRun.Of([.. words, "--format", "json"]).Output);
        foreach (var side in (string[])["old", "new"])
            Assert.True(document.RootElement.GetProperty(side).GetProperty("snapshots")[0].GetProperty("projected").GetBoolean());
        Assert.DoesNotContain("PROJECTED", CliRun.Of("diff", before, after, "--policy", Policy).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void That_the_old_side_is_later_is_warned_of()
    {
        var (before, after) = (Answer(1), Answer(2));
        var swapped = CliRun.Of("diff", after, before, "--policy", Policy);

        Assert.Equal(0, swapped.ExitCode);
        Assert.Contains(
            "warning PE4148: of 111122223333 OLD has evidence of 2026-03-02T06:00:00Z, and NEW of 2026-03-01T06:00:00Z, which is earlier",
            Regex.Replace(swapped.Error, @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("warning PE4148: ", CliRun.Of("diff", after, before, "--as-of", "2026-03-05", "--policy", Policy).Error, StringComparison.Ordinal);
        Assert.Contains("warning PE4148: ", CliRun.Of("diff", Report(after, "2026-03-05"), Report(before, "2026-03-05")).Error, StringComparison.Ordinal);
        Assert.Equal("", CliRun.Of("diff", before, after, "--policy", Policy).Error);
        Assert.Equal("", CliRun.Of("diff", before, before, "--policy", Policy).Error);
    }

    [Fact]
    public void Accounts_that_have_nothing_in_common_are_warned_of()
    {
        var run = CliRun.Of("diff", Repository.PathOf("snapshots", "well-kept"), Repository.PathOf("snapshots", "neglected"));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            "warning PE4149: OLD is of 111122223333 and NEW of 444455556666: nothing is compared with its like", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_both_sides_give_rise_to_is_said_once()
    {
        var waiver = _folder.Write("w.yaml", WaiverText.Of("w"));
        var run = CliRun.Of("diff", Csv("a", ("ann", Old)), Csv("b", ("ann", Old)), "--as-of", "2026-03-01", "--waivers", waiver);

        Assert.Single(Regex.Matches(run.Error, "warning PE4059: "));
    }

    [Fact]
    public void That_evidence_is_too_old_to_rely_on_is_marked()
    {
        var (answer, report) = (Answer(1), _folder.PathOf("old.json"));
        Assert.Equal(2, CliRun.Of(
            "evaluate", answer, "--policy", Policy, "--max-age", "1h", "--now", "2026-03-02T00:00:00Z", "--format", $"json={report}").ExitCode);

        Assert.Contains("TOO OLD to rely on", CliRun.Of("diff", report, report).Output, StringComparison.Ordinal);
        Assert.Contains("**TOO OLD** to rely on |", CliRun.Of("diff", report, report, "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Contains("\"tooOld\": true", CliRun.Of("diff", report, report, "--format", "json").Output, StringComparison.Ordinal);
    }

    /// <summary>A list that reads alike on both sides is no change, and the proof of the failure all the same.</summary>
    [Fact]
    public void A_new_failure_is_never_without_its_proof()
    {
        var text = CliRun.Of("diff", Repository.PathOf("snapshots", "well-kept"), Repository.PathOf("snapshots", "sealed")).Output;

        Assert.Contains("root-hardware-mfa: pass -> fail", text, StringComparison.Ordinal);
        Assert.Contains("virtual-mfa-devices.json:2:26", Regex.Replace(text, @"\s+", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_formats_at_once_go_to_files()
    {
        var report = Report(Csv("a", ("ann", Old)));
        var (markdown, json) = (_folder.PathOf("d.md"), _folder.PathOf("d.json"));
        var run = CliRun.Of("diff", report, report, "--format", "console", "--format", $"markdown={markdown}", "--format", $"json={json}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("## PolicyEval comparison\n", File.ReadAllText(markdown), StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"formatVersion\"", File.ReadAllText(json), StringComparison.Ordinal);
        Assert.Contains("1 unchanged", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_snapshot_is_unusable_and_named()
    {
        var good = Csv("a", ("ann", Old));
        var bad = _folder.Write("bad.csv", "nothing\n");
        var run = CliRun.Of("diff", good, bad);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("bad.csv:1:1: error PE6", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PE4144", 64, "REPORT", "CSV")]
    [InlineData("PE4144", 64, "CSV", "REPORT")]
    [InlineData("PE4145", 64, "REPORT", "REPORT", "--policy", "access-key-rotation")]
    [InlineData("PE4145", 64, "REPORT", "REPORT", "--ignore-waivers")]
    [InlineData("PE4143", 64, "REPORT", "REPORT", "--format", "marckdown")]
    [InlineData("PE4101", 64, "REPORT", "REPORT", "--fail-on", "high")]
    [InlineData("PE4101", 64, "REPORT")]
    [InlineData("PE4108", 64, "REPORT", "REPORT", "--format", "json=REPORT")]
    [InlineData("PE4130", 3, "REPORT", "CUT")]
    [InlineData("PE4140", 3, "REPORT", "LATER")]
    [InlineData("PE4141", 3, "CHANGED", "REPORT")]
    [InlineData("PE4002", 64, "CSV", "CSV", "--policy", "acess-key-rotation")]
    public void A_mistake_is_said(string id, int exitCode, params string[] words)
    {
        var csv = Csv("a", ("ann", Old));
        var report = Report(csv);
        var text = File.ReadAllText(report);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CSV"] = csv,
            ["REPORT"] = report,
            ["json=REPORT"] = $"json={report}",
            ["CUT"] = _folder.Write("cut.json", text[..(text.Length / 2)]),
            ["LATER"] = _folder.Write("later.json", text.Replace("\"formatVersion\": \"1", "\"formatVersion\": \"9", StringComparison.Ordinal)),
            ["CHANGED"] = _folder.Write("changed.json", text.Replace("\"outcome\": \"fail\",\n      \"reason\"", "\"outcome\": \"pass\",\n      \"reason\"", StringComparison.Ordinal)),
        };
        var run = CliRun.Of(["diff", .. words.Select(word => files.GetValueOrDefault(word, word))]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
    }

    private static CliRun Diff(string old, string current, string[] options) => CliRun.Of(["diff", old, current, "--format", "json", .. options]);

    private static string[] Changes(CliRun run)
    {
        using var document = JsonDocument.Parse(run.Output);
        return
        [
            .. document.RootElement.GetProperty("findings").EnumerateArray()
                .Where(change => change.GetProperty("change").GetString() is "new" or "fixed")
                .Select(change => $"{change.GetProperty("change").GetString()} {change.GetProperty("new").GetProperty("resource").GetProperty("id").GetString()}"),
        ];
    }

    private static string Report(string csv, string asOf = "2026-03-01")
    {
        var report = csv + ".json";
        var run = CliRun.Of("evaluate", csv, "--as-of", asOf, "--policy", Policy, "--format", $"json={report}");
        Assert.True(run.ExitCode < 3, run.Error);
        return report;
    }

    /// <summary>What the AWS CLI printed on a day of March.</summary>
    private string Answer(int day)
    {
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(new CredentialReportText().Root().User("ann").ToString()));
        return _folder.Write(
            $"day{day}.json",
            $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "2026-03-0{{day}}T06:00:00+00:00"}""");
    }

    private string Csv(string name, params (string User, string Rotated)[] users)
    {
        var csv = new CredentialReportText().Root();
        foreach (var (user, rotated) in users)
            csv.User(user, ("access_key_1_active", "true"), ("access_key_1_last_rotated", rotated));
        return _folder.Write($"{name}.csv", csv.ToString());
    }
}
