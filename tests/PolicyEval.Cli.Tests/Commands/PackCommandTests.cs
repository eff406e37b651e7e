using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary><c>policyeval pack</c>, and <c>recheck</c> of what it makes.</summary>
public sealed class PackCommandTests : IDisposable
{
    private const string Settings =
        """
        apiVersion: policyeval/v1
        kind: Settings
        metadata: { name: ours }
        spec:
          overrides:
            - policy: access-key-rotation
              params: { maxAgeDays: 30 }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Neglected => Repository.PathOf("snapshots", "neglected");

    [Theory]
    [InlineData("well-kept")]
    [InlineData("neglected")]
    [InlineData("odd-cells")]
    [InlineData("sealed")]
    public void A_pack_of_a_sample_holds_what_evaluate_says_and_can_be_checked_alone(string name)
    {
        var snapshot = Repository.PathOf("snapshots", name);
        var pack = Pack(snapshot);
        var report = _folder.PathOf("report.json");
        CliRun.Of("evaluate", snapshot, "--format", $"json={report}");

        Assert.Equal(File.ReadAllBytes(report), ForgedPack.FilesOf(pack)["data/results.json"]);
        var run = CliRun.Of("recheck", pack);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("findings re-derived, byte-identical\nThe report follows from the evidence.\n", run.Output);
    }

    [Fact]
    public void A_folder_of_snapshots_with_every_kind_of_rule_can_be_checked_alone()
    {
        var policies = Directory.CreateDirectory(_folder.PathOf("mine")).FullName;
        var policy = File.ReadAllText(Repository.PathOf("policies", "iam", "root-access-key-absent.yaml"));
        File.WriteAllText(Path.Combine(policies, "of our own.yaml"), policy + "\n# ours\n");
        var settings = _folder.Write("settings.yaml", Settings);
        var baseline = _folder.PathOf("baseline.json");
        CliRun.Of("evaluate", Repository.PathOf("snapshots"), "--format", $"json={baseline}");
        var (key, publicKey) = (_folder.WritePrivate(TestKey.Alice, "alice"), _folder.WritePublic(TestKey.Alice, "alice"));
        var pack = Pack([
            Repository.PathOf("snapshots"), "--policies", policies, "--settings", settings, "--baseline", baseline,
            "--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml"), "--framework", "cis_v700",
            "--expected-accounts", Repository.PathOf("snapshots", "accounts.csv"), "--trusted-key",
            Repository.PathOf("snapshots", "sealed.pub.pem"), "--as-of", "2026-03-10", "--sign-key", key,
        ]);

        var run = CliRun.Of("recheck", pack, "--trusted-key", publicKey, "--require-signature");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Signed by    trusted key {TestKey.Alice.PublicKey.KeyId}\n", run.Output);
        Assert.Contains("The report follows from the evidence.\n", run.Output);
        Assert.Contains(
            "\"replacesBundled\": true", Encoding.UTF8.GetString(ForgedPack.FilesOf(pack)["data/results.json"]));
    }

    [Fact]
    public void Standard_input_is_packed_too()
    {
        var pack = _folder.PathOf("pack.zip");
        var report = File.ReadAllBytes(Path.Combine(Neglected, "credential-report.csv"));

        var made = CliRun.Of(["pack", "-", "--as-of", "2026-03-01T06:12:45Z", "--output", pack], report);

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Equal(0, CliRun.Of("recheck", pack).ExitCode);
        Assert.Equal(report, ForgedPack.FilesOf(pack)["data/snapshots/_/credential-report.csv"]);
    }

    [Fact]
    public void The_same_gives_the_same_pack()
    {
        Assert.Equal(File.ReadAllBytes(Pack([Neglected], "a/p")), File.ReadAllBytes(Pack([Neglected], "b/p")));
    }

    [Theory]
    [InlineData("\"outcome\": \"fail\"", "\"outcome\": \"pass\"")]
    [InlineData("legacy-backup", "legacy-backupx")]
    [InlineData("\"line\": 8", "\"line\": 9")]
    public void Changed_results_are_found_though_the_pack_is_whole(string old, string other)
    {
        var forged = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("forged.zip"), "data/results.json", text => text.Replace(old, other));

        var run = CliRun.Of("recheck", forged);

        Assert.True(run.ExitCode is 1 or 3, run.Output + run.Error);
        Assert.DoesNotContain("The report follows", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_policy_is_found_with_its_findings()
    {
        var forged = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("forged.zip"), "data/bundled/access-key-rotation.yaml",
            text => text.Replace("default: 90", "default: 3650"));

        var run = CliRun.Of("recheck", forged);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("policy access-key-rotation: the report was made with it", Unwrapped(run.Output));
        Assert.Contains("access-key-rotation legacy-backup", run.Output);
        Assert.Contains("its policy has other content than the report was made with", Unwrapped(run.Output));
    }

    [Fact]
    public void A_changed_page_is_found()
    {
        var forged = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("forged.zip"), "data/report.html", text => text.Replace("fail", "pass"));

        var run = CliRun.Of("recheck", forged);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("data/report.html: it is not what the results give\n", run.Output);
        Assert.EndsWith("The report does NOT follow from the evidence: 1 difference.\n", run.Output);
    }

    [Fact]
    public void Results_of_another_version_than_the_pack_are_found()
    {
        var forged = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("forged.zip"), "data/results.json", OfOlderVersion);

        var run = CliRun.Of("recheck", forged);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/tool/version: the report says 0.0.9, and the pack policyeval", Unwrapped(run.Output));
    }

    [Fact]
    public void What_another_version_wrote_is_said_not_to_be_checked_and_never_ends_in_0()
    {
        var results = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("results.zip"), "data/results.json", OfOlderVersion);
        var pack = ForgedPack.Change(
            results, _folder.PathOf("pack.zip2"), "pack.json",
            text => text.Replace($"\"policyeval {ToolVersion.Current}\"", "\"policyeval 0.0.9\""));
        var forged = ForgedPack.Change(
            pack, _folder.PathOf("forged.zip"), "data/bundled/root-use.yaml", text => text + "# altered\n");

        var (same, altered) = (CliRun.Of("recheck", pack), CliRun.Of("recheck", forged));

        Assert.Equal((2, ""), (same.ExitCode, same.Error));
        Assert.Contains("NOT CHECKED: data/report.html, which version 0.0.9 wrote", Unwrapped(same.Output));
        Assert.EndsWith("What was checked follows from the evidence; not all was.\n", same.Output);
        Assert.Contains("Made by      policyeval 0.0.9\n", same.Output);
        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("1 file of data/bundled differ", Unwrapped(altered.Output));
    }

    [Fact]
    public void A_policy_that_is_packed_as_the_programs_own_and_is_not_is_found()
    {
        var folder = Directory.CreateDirectory(_folder.PathOf("mine")).FullName;
        var own = Path.Combine(folder, "access-key-rotation.yaml");
        var policy = File.ReadAllText(Repository.PathOf("policies", "iam", "access-key-rotation.yaml"));
        File.WriteAllText(own, policy + "# laxer\n");
        var pack = Pack(Neglected, "--policies", folder, "--policy", "access-key-rotation");

        // The bundled one goes, and the user's takes its place and name.
        var without = ForgedPack.Change(pack, _folder.PathOf("a.zip"), "data/bundled/access-key-rotation.yaml", _ => null);
        var forged = ForgedPack.Change(without, _folder.PathOf("b.zip"), "pack.json", text => Regex
            .Replace(text, @",\s*\{[^{}]*data/bundled/access-key-rotation.yaml""\s*\}", "")
            .Replace("\"kind\": \"policies\"", "\"kind\": \"bundled\"")
            .Replace(own, "policies/iam/access-key-rotation.yaml"));

        var run = CliRun.Of("recheck", forged);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("access-key-rotation.yaml: it is packed as this program's own, which is another one", Unwrapped(run.Output));
    }

    [Theory]
    [InlineData("\"warnings\": [", "\"opinion\": \"clean\", \"warnings\": [")]
    [InlineData("{\n  \"formatVersion\"", "{\n  \"opinion\": \"clean\",\n  \"formatVersion\"")]
    [InlineData("\"tool\": {", "\"tool\": { \"opinion\": \"clean\",")]
    [InlineData("      \"outcome\": \"fail\"", "      \"final\": \"pass\", \"outcome\": \"fail\"")]
    [InlineData("\"policies/iam/access-key-rotation.yaml\"", "\"approved/access-key-rotation.yaml\"")]
    [InlineData("\"formatVersion\": \"1.", "\"formatVersion\": \"1.0")]
    public void Nothing_stands_in_packed_results_that_is_not_derived(string old, string other)
    {
        var pack = Pack(Neglected);
        var text = Encoding.UTF8.GetString(ForgedPack.FilesOf(pack)["data/results.json"]);
        if (!text.Contains(old, StringComparison.Ordinal))
            return;
        var forged = ForgedPack.Change(
            pack, _folder.PathOf("forged.zip"), "data/results.json", _ => text.Replace(old, other));

        var run = CliRun.Of("recheck", forged);

        Assert.True(run.ExitCode is 1 or 3, run.Output + run.Error);
    }

    [Fact]
    public void Nothing_of_a_pack_reaches_the_terminal_raw()
    {
        var forged = ForgedPack.Change(
            Pack(Neglected), _folder.PathOf("forged.zip"), "pack.json",
            text => text.Replace($"\"policyeval {ToolVersion.Current}\"", "\"\\u001b[2J\\nSigned by    trusted key\\u202e\""));

        var run = CliRun.Of("recheck", forged);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.DoesNotContain("\nSigned by    trusted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_of_no_key_that_was_named_ends_in_2()
    {
        var alice = _folder.WritePublic(TestKey.Alice, "alice");
        var byBob = Pack([Neglected, "--sign-key", _folder.WritePrivate(TestKey.Bob, "bob")], "bob");

        foreach (var pack in (string[])[byBob, Pack([Neglected], "nobody")])
        {
            var run = CliRun.Of("recheck", pack, "--trusted-key", alice);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("NOT CHECKED: who vouches for it: no key that you named\n", run.Output);
        }
    }

    [Fact]
    public void What_is_left_out_of_a_folder_is_in_the_results_and_said()
    {
        var tree = _folder.PathOf("tree");
        var answer = File.ReadAllText(Path.Combine(Neglected, "credential-report.json"));
        _folder.Write("tree/new/credential-report.json", answer);
        _folder.Write("tree/old/credential-report.json", answer.Replace("\"2026-03-01T", "\"2026-02-28T"));

        var pack = Pack(tree);

        Assert.Contains("\"place\": \"old\"", Encoding.UTF8.GetString(ForgedPack.FilesOf(pack)["data/results.json"]));
        Assert.Contains("old (older, for new)", Encoding.UTF8.GetString(ForgedPack.FilesOf(pack)["data/report.html"]));
        var run = CliRun.Of("recheck", pack);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Left out     old, for new is in it\n", run.Output);
    }

    [Fact]
    public void It_is_said_by_whose_keys_the_snapshots_were_judged()
    {
        var key = Repository.PathOf("snapshots", "sealed.pub.pem");
        var pack = Pack(Repository.PathOf("snapshots", "sealed"), "--trusted-key", key);

        Assert.Contains("Judged by    A KEY THAT YOU DID NOT NAME ", CliRun.Of("recheck", pack).Output);
        Assert.Contains("Judged by    your trusted key ", CliRun.Of("recheck", pack, "--trusted-key", key).Output);
    }

    [Fact]
    public void What_cannot_be_used_is_not_packed_and_nothing_is_written()
    {
        var tree = _folder.PathOf("tree");
        File.Copy(
            Path.Combine(Neglected, "credential-report.csv"),
            Directory.CreateDirectory(Path.Combine(tree, "one")).FullName + "/credential-report.csv");
        _folder.Write("tree/two/credential-report.csv", "no report");

        var run = CliRun.Of("pack", tree, "--as-of", "2026-03-10", "--output", _folder.PathOf("pack.zip"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4177", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("pack.zip")));
    }

    [Fact]
    public void Nothing_is_replaced_and_no_pack_is_put_among_its_snapshots()
    {
        var pack = Pack(Neglected);
        var before = File.ReadAllBytes(pack);

        var again = CliRun.Of("pack", Neglected, "--output", pack);
        var within = CliRun.Of("pack", Neglected, "--output", Path.Combine(Neglected, "pack.zip"));
        var nowhere = CliRun.Of("pack", Neglected);

        Assert.Equal((3, 64, 64), (again.ExitCode, within.ExitCode, nowhere.ExitCode));
        Assert.Contains("error PE4176", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(pack));
    }

    [Fact]
    public void A_pack_is_not_written_to_standard_output()
    {
        var run = CliRun.Of("pack", Neglected, "--output", "-");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("error PE4101: --output takes the name of a file", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("-"));
    }

    [Fact]
    public void Where_standard_output_is_full_the_digest_of_the_written_pack_is_said()
    {
        var pack = _folder.PathOf("pack.zip");

        var run = ProgramRun.Start(
            "sh", ["-c", "\"$0\" pack \"$1\" --output \"$2\" >/dev/full", ProgramRun.Program, Neglected, pack], []);

        Assert.Equal(3, run.ExitCode);
        var digest = CliRun.Of("recheck", pack).Output.Split('\n')[0]["Digest       ".Length..];
        Assert.StartsWith(
            $"{pack}: warning PE4182: this is written whole, and its digest is {digest}\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("error PE4110", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recheck_tells_a_pack_from_a_report()
    {
        var (pack, report) = (Pack(Neglected), _folder.PathOf("report.json"));
        CliRun.Of("evaluate", Neglected, "--format", $"json={report}");

        var alone = CliRun.Of("recheck", report);
        var both = CliRun.Of("recheck", pack, Neglected);
        var rules = CliRun.Of("recheck", pack, "--policies", _folder.Path);
        var snapshot = CliRun.Of("recheck", Repository.PathOf("snapshots", "sealed"));

        Assert.Equal((64, 64, 64, 3), (alone.ExitCode, both.ExitCode, rules.ExitCode, snapshot.ExitCode));
        Assert.Contains("error PE4174", alone.Error, StringComparison.Ordinal);
        Assert.Contains("error PE4175", both.Error, StringComparison.Ordinal);
        Assert.Contains("not by --policies", rules.Error, StringComparison.Ordinal);
        Assert.Contains("error PE6171", snapshot.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_key_signs_a_pack_and_a_damaged_one_is_refused()
    {
        var pack = Pack(Neglected, "--sign-key", _folder.WritePrivate(TestKey.Alice, "alice"));
        var bob = _folder.WritePrivate(TestKey.Bob, "bob");

        Assert.Equal(0, CliRun.With(TestKey.Passphrase, "sign", pack, "--key", bob).ExitCode);

        var run = CliRun.Of("recheck", pack, "--trusted-key", _folder.WritePublic(TestKey.Bob, "bob"));
        Assert.Contains($"trusted key {TestKey.Bob.PublicKey.KeyId}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"UNKNOWN KEY {TestKey.Alice.PublicKey.KeyId}", run.Output, StringComparison.Ordinal);

        var bytes = File.ReadAllBytes(pack);
        bytes[bytes.AsSpan().IndexOf("policyeval-pack"u8)] ^= 1;
        File.WriteAllBytes(pack, bytes);
        Assert.Equal(3, CliRun.With(TestKey.Passphrase, "sign", pack, "--key", bob).ExitCode);
        Assert.Equal(3, CliRun.Of("recheck", pack).ExitCode);
    }

    [Fact]
    public void A_pack_among_snapshots_is_passed_over_with_a_word()
    {
        var tree = Directory.CreateDirectory(_folder.PathOf("tree")).FullName;
        File.Move(Pack(Neglected), Path.Combine(tree, "pack.zip"));
        File.Copy(
            Path.Combine(Neglected, "credential-report.csv"),
            Directory.CreateDirectory(Path.Combine(tree, "one")).FullName + "/credential-report.csv");

        var run = CliRun.Of("evaluate", tree, "--as-of", "2026-03-10", "--format", "summary");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("pack.zip: warning PE6175", run.Error, StringComparison.Ordinal);
    }

    private static string OfOlderVersion(string text) =>
        text.Replace($"\"version\": \"{ToolVersion.Current}\"", "\"version\": \"0.0.9\"");

    private static string Unwrapped(string text) => text.Replace("\n  ", " ", StringComparison.Ordinal);

    private string Pack(params string[] arguments) => Pack(arguments, "pack");

    private string Pack(string[] arguments, string name)
    {
        var target = _folder.PathOf(name + ".zip");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var run = CliRun.With(TestKey.Passphrase, ["pack", .. arguments, "--output", target]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith($"Pack         {target}\nDigest       ", run.Output, StringComparison.Ordinal);
        return target;
    }
}
