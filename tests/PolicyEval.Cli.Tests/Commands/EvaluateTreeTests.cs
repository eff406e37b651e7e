using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Testing;
using PolicyEval.Testing.Organizations;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>evaluate</c> over a folder of snapshots: what is read, who is missing, what it ends in.</summary>
public sealed class EvaluateTreeTests : IDisposable
{
    private const string First = "111122223333";
    private const string Second = "444455556666";
    private const string Third = "777788889999";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Clean_accounts_that_are_all_there_end_in_0()
    {
        Write("x/one", First);
        Write("y/deep/two", Second);
        var list = List(First + ",prod", Second + ",dev");
        var run = CliRun.Of("evaluate", Tree, "--expected-accounts", list);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\n2 of 2 accounts have evidence\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\nControl  {First}  {Second}\n         prod          dev\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nSnapshot     y/deep/two (UNSEALED", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\nAccount      {Second} (dev) (aws)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_that_some_accounts_decide_says_which_do_not()
    {
        Assert.Contains(
            "\nNOT ASSESSED  1.15 (in 2 of 3 accounts), 1.16 (in 2 of 3 accounts), 1.19 (in 2\n              of 3 accounts), 1.20, 1.21\n",
            CliRun.Of("evaluate", Repository.PathOf("snapshots")).Output, StringComparison.Ordinal);

        var output = CliRun.Of("evaluate", Repository.PathOf("snapshots"), "--verbose").Output;
        Assert.Contains(
            "\n1.19     server-certificates.json, the server certificates\n"
            + "         in 2 of 3 accounts: 444455556666, 777788889999\n         $ aws iam list-server-certificates ",
            output, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(output, "(?m)^1\\.20 +The public access block.*\n +\\$ "));
        Assert.DoesNotMatch("(?m) $", output);
    }

    [Fact]
    public void A_missing_account_never_passes()
    {
        Write("one", First);
        var list = List(First, Second + ",dev");
        var run = CliRun.Of("evaluate", Tree, "--expected-accounts", list, "--format", "json");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"PE4166: 1 of 2 accounts have no evidence that can be used: {Second} (dev).", run.Error, StringComparison.Ordinal);
        Assert.Equal([("given", "expected"), ("missing", "expected")], StatesOf(report));
        Assert.All(
            report["controls"]!.AsArray().Where(control => control!["accounts"] is not null),
            control => Assert.Equal(
                ("incomplete", 1, 2),
                ((string?)control!["outcome"], (int)control["accounts"]!["missing"]!, (int)control["accounts"]!["total"]!)));
    }

    [Fact]
    public void A_failure_wins_over_a_missing_account_but_for_strict()
    {
        Write("one", First, "root-no-mfa");
        var list = List(First, Second);
        Assert.Equal(1, CliRun.Of("evaluate", Tree, "--expected-accounts", list).ExitCode);
        Assert.Equal(2, CliRun.Of("evaluate", Tree, "--expected-accounts", list, "--strict").ExitCode);
    }

    [Fact]
    public void What_cannot_be_used_is_named_and_the_rest_is_evaluated()
    {
        Write("one", First, "root-no-mfa");
        _folder.Write($"tree/{Second}/bad/credential-report.csv", "nothing\n");
        var run = CliRun.Of("evaluate", Tree, "--format", "json");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"{Second}/bad/credential-report.csv:1:1: error PE6", run.Error, StringComparison.Ordinal);
        Assert.Equal([("given", "unknown"), ("unusable", "unknown")], StatesOf(report));
        Assert.Equal((3, 1), ((int)report["summary"]!["exitCode"]!, report["snapshots"]!.AsArray().Count));
        Assert.Contains(report["findings"]!.AsArray(), finding => (string?)finding!["outcome"] == "fail");
    }

    [Fact]
    public void Where_nothing_can_be_used_the_report_says_what_is_missing_and_every_control_stays_open()
    {
        Seal($"{First}/2026-03-02T061530Z.zip", SampleCollection.Account().Compose(start: SampleCollection.Start.AddDays(1)));
        File.WriteAllText(_folder.PathOf($"tree/{First}/2026-03-02T061530Z.zip"), "no zip");
        Write("old", First);
        foreach (string[] expected in new string[][] { [], ["--expected-accounts", List(First)] })
        {
            var run = CliRun.Of(["evaluate", Tree, "--format", "json", .. expected]);
            var report = JsonNode.Parse(run.Output)!;

            Assert.Equal(3, run.ExitCode);
            Assert.StartsWith($"{First}/2026-03-02T061530Z.zip:1:1: error PE6", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("PE5004", run.Error, StringComparison.Ordinal);
            Assert.Equal("unusable", Assert.Single(StatesOf(report)).Evidence);
            Assert.Equal("old", (string?)Assert.Single(report["leftOut"]!.AsArray())!["place"]);
            Assert.Empty(report["snapshots"]!.AsArray());
            Assert.All(
                report["controls"]!.AsArray().Where(control => control!["accounts"] is not null),
                control => Assert.Equal("incomplete", (string?)control!["outcome"]));
        }

        var summary = CliRun.Of("evaluate", Tree, "--format", "summary").Output;
        Assert.Contains("\n0 of 1 accounts have evidence\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_with_the_list_of_accounts_alone_gives_no_report()
    {
        _folder.Write("other/organization/organization-accounts.json", """{"Accounts": [{"Id": "111122223333"}]}""");
        var other = CliRun.Of("evaluate", _folder.PathOf("other"));
        Assert.Equal((3, ""), (other.ExitCode, other.Output));
        Assert.Contains("PE4150", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_organization_says_who_is_missing_suspended_and_not_expected()
    {
        Seal($"{First}/2026-03-01T061530Z.zip", SampleCollection.Account().Compose());
        Seal("organization/2026-03-01T061530Z.zip", SampleCollection.Organization(
            $$"""{"Id": "{{First}}", "Name": "prod", "Status": "ACTIVE"}""",
            $$"""{"Id": "{{Second}}", "Name": "bad\u001b[31m\n|name", "Status": "ACTIVE"}""",
            """{"Id": "000000000001", "Name": "old", "Status": "SUSPENDED"}""").ComposeOrganization());
        Write("guest", Third);
        var run = CliRun.Of("evaluate", Tree);
        var console = run.Output;
        var report = JsonNode.Parse(CliRun.Of("evaluate", Tree, "--format", "json").Output)!;

        Assert.Equal(
            [("missing", "inactive"), ("given", "expected"), ("missing", "expected"), ("given", "unexpected")],
            StatesOf(report));
        Assert.Equal("organization/2026-03-01T061530Z", (string?)report["populations"]![0]!["name"]);
        Assert.Contains("\n1 of 2 accounts have evidence, and 1 that is not expected\n", console, StringComparison.Ordinal);
        Assert.Contains($"\n  NOT EXPECTED  1: {Third}\n", console, StringComparison.Ordinal);
        Assert.Contains($"PE4167: There is evidence of accounts that nobody expects: {Third}.", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n  Not active  1: 000000000001 (old)\n", console, StringComparison.Ordinal);
        Assert.Contains($"\n  MISSING  1: {Second} (bad", console, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', console);
        Assert.Contains($"\nAccount      {First} (prod) (aws)\n", console, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organization_with_gaps_leaves_every_control_open()
    {
        Write("one", First);
        _folder.Write("tree/o/organization-accounts.json", $$"""{"Accounts": [{"Id": "{{First}}"}], "NextToken": "x"}""");
        var run = CliRun.Of("evaluate", Tree);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("o: warning PE4168: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n  Population  o, 1 account, NOT WHOLE, digest\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_organization_ends_in_3_and_the_accounts_are_evaluated()
    {
        Write("one", First);
        _folder.Write("tree/o/organization-accounts.json", "{}");
        var run = CliRun.Of("evaluate", Tree, "--format", "summary");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("o/organization-accounts.json:1:1: error PE6", run.Error, StringComparison.Ordinal);
        Assert.Contains("exit code 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intact_copy_stands_in_for_a_damaged_one_whatever_their_names()
    {
        foreach (var damaged in new[] { "a", "z" })
        {
            Seal($"{damaged}.zip", SampleCollection.Account().Compose());
            File.Copy(_folder.PathOf($"tree/{damaged}.zip"), _folder.PathOf("tree/m.zip"));
            var bytes = File.ReadAllBytes(_folder.PathOf($"tree/{damaged}.zip"));
            var at = bytes.AsSpan().IndexOf("arn,user_creation_time"u8);
            bytes[at] ^= 1;
            File.WriteAllBytes(_folder.PathOf($"tree/{damaged}.zip"), bytes);
            var run = CliRun.Of("evaluate", Tree, "--format", "json");

            Assert.NotEqual(3, run.ExitCode);
            Assert.Equal(["111122223333/2026-03-01T061530Z"], NamesOf(run.Output));
            Assert.StartsWith(
                $"{damaged}.zip: warning PE6156: By its seal this is a copy of m.zip, ", run.Error,
                StringComparison.Ordinal);
            Assert.Equal(
                "unusable-copy", (string?)Assert.Single(JsonNode.Parse(run.Output)!["leftOut"]!.AsArray())!["reason"]);
            Directory.Delete(Tree, recursive: true);
        }
    }

    [Fact]
    public void A_collection_that_failed_in_part_is_named()
    {
        Seal($"{First}/2026-03-01T061530Z.zip", SampleCollection.Account()
            .Refusal(ApiOperations.ListAccountAliases, "AccessDenied", "not you").Compose());
        Write("two", Second);
        var run = CliRun.Of("evaluate", Tree, "--format", "json");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal([("partial", "unknown"), ("given", "unknown")], StatesOf(report));
        Assert.Contains("PE4169", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_alias_goes_before_the_name_of_the_list()
    {
        Write("one", First);
        _folder.Write("tree/one/account-aliases.json", """{"AccountAliases": ["acme-prod"]}""");
        var run = CliRun.Of("evaluate", Tree, "--expected-accounts", List(First + ",prod"), "--format", "json");
        var report = JsonNode.Parse(run.Output)!;

        Assert.Equal("acme-prod", (string?)report["accounts"]![0]!["name"]);
        Assert.Equal("acme-prod", (string?)report["snapshots"]![0]!["accountName"]);
    }

    [Fact]
    public void The_newest_is_read_and_the_others_with_all()
    {
        foreach (var day in new[] { 0, 1 })
            Seal($"{First}/{day}.zip", SampleCollection.Account().Compose(start: SampleCollection.Start.AddDays(day)));
        var newest = CliRun.Of("evaluate", Tree, "--format", "json").Output;
        var all = CliRun.Of("evaluate", Tree, "--all", "--format", "json").Output;

        Assert.Equal(["111122223333/2026-03-02T061530Z"], NamesOf(newest));
        Assert.Equal("older", (string?)JsonNode.Parse(newest)!["leftOut"]![0]!["reason"]);
        Assert.Equal(["111122223333/2026-03-01T061530Z", "111122223333/2026-03-02T061530Z"], NamesOf(all));
        Assert.Empty(JsonNode.Parse(all)!["leftOut"]!.AsArray());
    }

    [Fact]
    public void Settings_of_a_unit_hold_in_its_accounts_only()
    {
        Write("one", First, "old-key");
        Write("two", Second, "old-key");
        _folder.Write("policies/policyeval.yaml", $$"""
            apiVersion: policyeval/v1
            kind: Settings
            metadata: { name: ours }
            spec:
              units:
                sandbox: { accounts: ["{{Second}}"] }
              overrides:
                - policy: access-key-rotation
                  units: [sandbox]
                  params: { maxAgeDays: 365 }
            """);
        var report = JsonNode.Parse(CliRun.Of(
            "evaluate", Tree, "--policies", _folder.PathOf("policies"), "--format", "json").Output)!;
        Assert.Equal(
            [(First, "fail"), (Second, "pass")],
            report["accounts"]!.AsArray().Select(account =>
                ((string)account!["id"]!, (string?)account["controls"]!["cis_v130/1.14"])));
    }

    [Fact]
    public void A_waived_control_is_failed_and_waived_in_its_account_only()
    {
        Write("one", First, "root-no-mfa");
        Write("two", Second, "root-no-mfa");
        var waiver = _folder.Write("waiver.yaml", $$"""
            apiVersion: policyeval/v1
            kind: Waiver
            metadata: { name: accepted }
            spec:
              policy: root-mfa-enabled
              account: "{{First}}"
              resource: <root_account>
              owner: platform
              approvedBy: carol
              approvedOn: 2026-01-01
              justification: A token is on its way.
              ticket: SEC-1
              effectiveFrom: 2026-01-02
              expires: 2026-12-31
            """);
        var run = CliRun.Of("evaluate", Tree, "--waivers", waiver, "--format", "json");
        var report = JsonNode.Parse(run.Output)!;
        var counts = report["controls"]!.AsArray().Single(control => (string?)control!["id"] == "1.5")!["accounts"]!;

        Assert.Equal((1, 2, 1), (run.ExitCode, (int)counts["outcomes"]!["fail"]!, (int)counts["outcomes"]!["waived"]!));
        Assert.Equal(
            ["cis_v130/1.5", ""],
            report["accounts"]!.AsArray().Select(a => string.Join(',', a!["waivedControls"]!.AsArray())));
    }

    [Fact]
    public void Many_accounts_are_counted_and_twice_the_same()
    {
        var organization = GeneratedOrganization.Of(40, seed: 7);
        foreach (var account in organization.Accounts.Skip(3))
            Write(account.Id, account);
        var list = List([.. organization.Accounts.Select(account => $"{account.Id},{account.Name}")]);
        string[] line = ["evaluate", Tree, "--expected-accounts", list, "--threads"];
        var run = CliRun.Of([.. line, "1"]);
        var failing = organization.Accounts.Skip(3)
            .Count(account => account.Expected.Any(finding => finding.Policy == "root-mfa-enabled"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(run.Output, CliRun.Of([.. line, "4"]).Output);
        Assert.Contains("\n37 of 40 accounts have evidence\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  MISSING  3: 000000000000 (account-0), ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"\n1.5      {37 - failing,-11}{failing,-11}0          0          0          3          40\n",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("\nAccounts with most failures, 10 of ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nSnapshots (37)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nSealed       0 collected from AWS, 37 UNSEALED\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(38, run.Output.Split('\n').Count(text => text.EndsWith(" UNSEALED", StringComparison.Ordinal)));
        Assert.Contains(
            "\n37 of 40 accounts have evidence\n",
            CliRun.Of([.. line, "1", "--format", "summary"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11112222333\n", "PE4160")]
    [InlineData("", "PE4162")]
    public void A_list_with_a_mistake_forbids_the_run(string text, string id)
    {
        Write("one", First);
        var run = CliRun.Of("evaluate", Tree, "--expected-accounts", _folder.Write("accounts.csv", text));
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_never_written_over_the_list()
    {
        Write("one", First);
        var list = List(First);
        var run = CliRun.Of("evaluate", Tree, "--expected-accounts", list, "--format", $"json={list}");
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("PE4108", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_signature_is_required_of_all_and_of_the_organization()
    {
        var key = _folder.WritePublic(TestKey.Alice, "alice");
        Seal($"{First}/2026-03-01T061530Z.zip", SampleCollection.Account().Compose(), TestKey.Alice);
        Seal("organization/x.zip", SampleCollection.Organization(
            $$"""{"Id": "{{First}}", "Name": "prod", "Status": "ACTIVE"}""").ComposeOrganization());
        var run = CliRun.Of("evaluate", Tree, "--require-signature", "--trusted-key", key);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("\nSigned by    trusted key", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Population", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("organization/2026-03-01T061530Z: error PE4117: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unsigned_snapshot_leaves_the_signed_ones_be()
    {
        var key = _folder.WritePublic(TestKey.Alice, "alice");
        Seal("signed.zip", SampleCollection.Account().Compose(), TestKey.Alice);
        Write("bare", Second);
        var run = CliRun.Of("evaluate", Tree, "--require-signature", "--trusted-key", key, "--format", "json");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("bare: error PE4117: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["111122223333/2026-03-01T061530Z"], NamesOf(run.Output));
        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal((Second, "unusable"), ((string?)report["accounts"]![1]!["id"], StatesOf(report)[1].Evidence));
    }

    [Fact]
    public void A_signed_older_snapshot_never_stands_in_for_an_unsigned_one()
    {
        var key = _folder.WritePublic(TestKey.Alice, "alice");
        Seal("signed.zip", SampleCollection.Account().Compose(), TestKey.Alice);
        Seal("unsigned.zip", SampleCollection.Account().Compose(start: SampleCollection.Start.AddDays(1)));
        var run = CliRun.Of("evaluate", Tree, "--require-signature", "--trusted-key", key, "--format", "json");

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(NamesOf(run.Output));
        Assert.Equal("unusable", Assert.Single(StatesOf(JsonNode.Parse(run.Output)!)).Evidence);
    }

    private string Tree => _folder.PathOf("tree");

    private string List(params string[] lines) => _folder.Write("accounts.csv", string.Join('\n', lines));

    private void Write(string place, string id, params string[] defects)
    {
        var account = new GeneratedAccount(id, "");
        foreach (var defect in defects)
            Defects.All.Single(known => known.Name == defect).Seed(account);
        Write(place, account);
    }

    private void Write(string place, GeneratedAccount account)
    {
        foreach (var (name, text) in account.Files())
            _folder.Write($"tree/{place}/{name}", text);
    }

    private void Seal(
        string place, ComposedSnapshot composed, PolicyEval.Snapshots.Signatures.KeyPair? signer = null)
    {
        var target = _folder.PathOf($"tree/{place}");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var key = signer is null
            ? null
            : PolicyEval.Snapshots.Signatures.SigningKey.Open(
                _folder.WritePrivate(signer, "signer"), TestKey.Passphrase).Key;
        Assert.Empty(SnapshotSealer.Seal(
            composed, target, new SealOptions { Form = BagForm.Zip, Key = key }).Diagnostics);
    }

    private static (string? Evidence, string? Membership)[] StatesOf(JsonNode report) =>
        [.. report["accounts"]!.AsArray().Select(a => ((string?)a!["evidence"], (string?)a["membership"]))];

    private static string[] NamesOf(string report) =>
        [.. JsonNode.Parse(report)!["snapshots"]!.AsArray().Select(snapshot => (string)snapshot!["name"]!)];
}
