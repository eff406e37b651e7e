using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Results;
using PolicyEval.Testing;
using Snapshooter.Xunit;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval waiver new</c>: a waiver that is refused until a person has completed it.</summary>
public sealed class WaiverCommandTests : IDisposable
{
    private const string Policy = "access-key-rotation";
    private const string Old = "2020-01-01T00:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fingerprint_of_a_report_gives_a_commented_waiver()
    {
        var (report, fingerprint) = Report();
        var run = CliRun.Of("waiver", "new", fingerprint, "--report", report);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output);
        Assert.Equal(run.Output, CliRun.Of("waiver", "new", fingerprint[..8], "--report", report).Output);
        Assert.Equal(run.Output, CliRun.Of("waiver", "new", Policy, "ann", "--report", report).Output);
    }

    [Fact]
    public void What_is_missing_is_refused_key_by_key_until_it_is_complete()
    {
        var (report, fingerprint) = Report();
        var text = CliRun.Of("waiver", "new", fingerprint, "--report", report).Output;
        var waiver = _folder.Write("w.yaml", text);

        var check = CliRun.Of("check", "--waivers", waiver);
        Assert.Equal(3, check.ExitCode);
        var lines = text.Split('\n');
        var expected = new[] { "owner", "approvedBy", "approvedOn", "justification", "ticket", "effectiveFrom", "expires" }
            .Select(key => $"w.yaml:{Array.IndexOf(lines, $"  {key}:") + 1}:{key.Length + 4}: error PE3024: A waiver needs the key \"{key}\", which is here and has no value.");
        Assert.Equal(
            expected, Regex.Matches(check.Output, @"(?m)w\.yaml:\d+:\d+: .*$").Select(match => match.Value));

        _folder.Write("w.yaml", text
            .Replace("  owner:", "  owner: backup team", StringComparison.Ordinal)
            .Replace("  approvedBy:", "  approvedBy: carol", StringComparison.Ordinal)
            .Replace("  approvedOn:", "  approvedOn: 2026-03-01", StringComparison.Ordinal)
            .Replace("  justification:", "  justification: It goes in spring.", StringComparison.Ordinal)
            .Replace("  ticket:", "  ticket: 17", StringComparison.Ordinal)
            .Replace("  effectiveFrom:", "  effectiveFrom: 2026-03-01T06:12:45Z", StringComparison.Ordinal)
            .Replace("  expires:", "  expires: 2026-06-30", StringComparison.Ordinal));
        Assert.Equal(0, CliRun.Of("check", "--waivers", waiver).ExitCode);
        var run = Evaluate("--waivers", waiver);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 fail (1 waived)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ann", null, "  account:\n")]
    [InlineData("ann", "444455556666", "  account: \"444455556666\"\n")]
    [InlineData("arn:aws:iam::444455556666:user/x/ann", null, "  account: \"444455556666\"\n")]
    public void Policy_and_resource_are_enough_without_a_report(string resource, string? account, string expected)
    {
        var run = CliRun.Of(["waiver", "new", Policy, resource, .. account is null ? Array.Empty<string>() : ["--account", account]]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"\n  name: {Policy}-ann\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n  resource: \"{resource}\"\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Equal(
            account is null && expected.EndsWith(":\n", StringComparison.Ordinal),
            CliRun.Of("check", "--waivers", _folder.Write("w.yaml", run.Output)).Output.Contains("PE3035", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ann", "1")]
    [InlineData("ann", "12345678901a")]
    [InlineData(" ann", "444455556666")]
    [InlineData("\u200b", "444455556666")]
    public void What_a_check_would_refuse_is_not_written(string resource, string account)
    {
        var run = CliRun.Of("waiver", "new", Policy, resource, "--account", account);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4136: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_report_nobody_is_said_to_fail()
    {
        var run = CliRun.Of("waiver", "new", Policy, "nobody");
        Assert.Contains(
            $"\n# It is about {Policy} and nobody. Whether that fails, a report says (--report).\n", run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("fails for", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_user_may_be_called_root()
    {
        var run = CliRun.Of("waiver", "new", "root-mfa-enabled", "root", "--account", "444455556666");
        Assert.Contains("\n  resource: \"<root_account>\"\n", run.Output, StringComparison.Ordinal);

        var report = _folder.PathOf("root.json");
        CliRun.Of(
            "evaluate", Repository.PathOf("snapshots", "neglected"), "--policy", "root-mfa-enabled", "--format", $"json={report}");
        var known = CliRun.Of("waiver", "new", "root-mfa-enabled", "root", "--report", report);
        Assert.Contains("\n  resource: \"arn:aws:iam::444455556666:root\"\n", known.Output, StringComparison.Ordinal);

        // Of users it is a user's name.
        Assert.Contains("\n  resource: \"root\"\n", CliRun.Of("waiver", "new", Policy, "root").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.14", "waiver new access-key-rotation ann")]
    [InlineData("cis_v130/1.4", "waiver new root-access-key-absent ann")]
    public void A_control_is_answered_with_the_policies_that_serve_it(string control, string expected)
    {
        var run = CliRun.Of("waiver", "new", control, "ann");
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(
            $"error PE4137: '{control}' is a control, and a waiver is about a policy: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_in_their_comment_and_their_key()
    {
        var (report, _) = Report();
        var json = JsonNode.Parse(File.ReadAllText(report))!;
        const string Name = "x\"\\\n  approvedBy: mallory\r\u2028\u202e#: [é]";
        json["findings"]![0]!["message"] = Name;
        json["findings"]![0]!["resource"]!["id"] = Name;
        json["findings"]![0]!["resource"]!["arn"] = null;

        // Whoever writes such a report can make the fingerprint too.
        var resource = json["findings"]![0]!["resource"]!;
        json["findings"]![0]!["fingerprint"] = Fingerprint.Of(
            Policy, new ResourceReference((string)resource["type"]!, Name, "", (string)resource["account"]!));
        var hostile = _folder.Write("hostile.json", json.ToJsonString());
        var run = CliRun.Of("waiver", "new", Policy, Name, "--report", hostile);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("\n  approvedBy: mallory", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', run.Output);
        var diagnostics = CliRun.Of("check", "--waivers", _folder.Write("w.yaml", run.Output)).Output;
        Assert.Equal(8, Regex.Count(diagnostics, "error PE"));

        // A name in several lines is no resource of AWS, and no pattern either.
        Assert.Contains("PE3027", diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PE4101", 64, "7f3a91")]
    [InlineData("PE4131", 64, "7f3a", "--report", "REPORT")]
    [InlineData("PE4131", 64, "access-key-rotation", "--report", "REPORT")]
    [InlineData("PE4132", 64, "00000000000000000000000000000000", "--report", "REPORT")]
    [InlineData("PE4132", 64, "access-key-rotation", "nobody", "--report", "REPORT")]
    [InlineData("PE4132", 64, "access-key-rotation", "ann", "--report", "REPORT", "--account", "444455556666")]
    [InlineData("PE4134", 64, "access-key-rotation", "bob", "--report", "REPORT")]
    [InlineData("PE4002", 64, "acess-key-rotation", "ann")]
    [InlineData("PE4135", 3, "access-key-rotation", "ann", "--report", "absent.json")]
    [InlineData("PE4101", 64)]
    public void What_cannot_be_waived_is_said_so(string id, int exitCode, params string[] arguments)
    {
        var (report, _) = Report();
        var run = CliRun.Of(["waiver", "new", .. arguments.Select(word => word == "REPORT" ? report : word)]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\": \"1.2\"}")]
    [InlineData("{\"formatVersion\": \"1.2\", \"findings\": [{}]}")]
    [InlineData("{\"formatVersion\": \"1.2\", \"findings\": [{\"resource\": 5}]}")]
    [InlineData("{\"formatVersion\": \"\\ud800\", \"findings\": []}")]
    public void What_is_no_report_is_unusable_input(string text)
    {
        var run = CliRun.Of("waiver", "new", "7f3a91", "--report", _folder.Write("report.json", text));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4130: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_accounts_need_a_word_more()
    {
        var csv = new CredentialReportText();
        foreach (var account in (string[])["111122223333", "444455556666"])
            csv.Root(account, "aws").User("ann", account, "aws", ("access_key_1_active", "true"), ("access_key_1_last_rotated", Old));
        var report = _folder.PathOf("two.json");
        CliRun.Of("evaluate", _folder.Write("two.csv", csv.ToString()), "--as-of", "2026-03-01", "--policy", Policy, "--format", $"json={report}");

        var run = CliRun.Of("waiver", "new", Policy, "ann", "--report", report);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("error PE4133: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "account: \"444455556666\"",
            CliRun.Of("waiver", "new", Policy, "ann", "--report", report, "--account", "444455556666").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_alone_asks_for_new() => Assert.Equal(64, CliRun.Of("waiver").ExitCode);

    private (string Report, string Fingerprint) Report()
    {
        var report = _folder.PathOf("report.json");
        Assert.Equal(1, Evaluate("--format", $"json={report}").ExitCode);
        var findings = JsonNode.Parse(File.ReadAllText(report))!["findings"]!.AsArray();
        return (report, (string)findings[0]!["fingerprint"]!);
    }

    private CliRun Evaluate(params string[] options)
    {
        var csv = new CredentialReportText().Root()
            .User("ann", ("access_key_1_active", "true"), ("access_key_1_last_rotated", Old)).User("bob").ToString();
        return CliRun.Of([
            "evaluate", _folder.Write("credential-report.csv", csv), "--as-of", "2026-03-01T06:12:45Z", "--policy", Policy, .. options]);
    }
}
