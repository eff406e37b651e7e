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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_not_there_is_said_to_be_missing(bool hasSnapshot)
    {
        var missing = _folder.PathOf("missing.zip");

        var run = CliRun.Of(hasSnapshot ? ["recheck", missing, Neglected] : ["recheck", missing]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{missing}: error PE4183: there is no such file or folder\n", run.Error, StringComparison.Ordinal);
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
    public void The_snapshots_may_come_in_any_order()
    {
        string[] snapshots = [Repository.PathOf("snapshots", "sealed"), Neglected, Repository.PathOf("snapshots", "well-kept")];
        var (file, _) = Evaluate(snapshots);

        Assert.Equal(0, CliRun.Of(["recheck", file, .. snapshots.Reverse()]).ExitCode);
    }

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.0")]
    public void A_report_that_calls_itself_older_hides_nothing(string format)
    {
        string[] options = ["--max-age", "36h", "--now", "2026-03-05"];
        var (file, report) = Evaluate([Neglected, .. options]);
        report["formatVersion"] = format;
        report["snapshots"]![0]!.AsObject().Remove("tooOld");

        var run = Recheck(report, file);

        Assert.True(run.ExitCode is 1 or 3, run.Output);
        Assert.DoesNotContain("Fresh", CliRun.Of("report", file, "--format", "summary").Output);
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
        report["summary"]!["gateFailures"] = (int)report["summary"]!["gateFailures"]! - 1;

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
        report["summary"]!["gateFailures"] = (int)report["summary"]!["gateFailures"]! - 1;

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

    /// <summary>Each value of the report, changed alone, is noticed: by its reader or by the check.</summary>
    [Fact]
    public void Nothing_in_a_report_can_be_changed_unnoticed()
    {
        var (file, _) = Evaluate(
            Repository.PathOf("snapshots"), "--expected-accounts", Repository.PathOf("snapshots", "accounts.csv"),
            "--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml"));
        var text = File.ReadAllText(file);
        string[] places =
        [
            "/controls/3/title", "/controls/3/severity", "/controls/3/counts/total", "/controls/3/accounts/missing",
            "/accounts/0/evidence", "/accounts/0/findings/pass", "/summary/exitCode", "/summary/gateFailures",
            "/summary/knownFailures", "/summary/frameworks/0/assessed", "/summary/diagnostics/warning",
            "/snapshots/0/sealed", "/snapshots/0/account", "/snapshots/0/asOf", "/snapshots/0/name", "/snapshots/0/partition",
            "/snapshots/0/sources/0/sha256", "/snapshots/0/sources/0/bytes", "/policies/0/severity",
            "/policies/0/params/0/value", "/policies/0/rules/0/expression", "/policies/0/description",
            "/frameworks/0/title", "/frameworks/0/version", "/waivers/0/owner", "/waivers/0/expires",
            "/populations/0/accounts", "/leftOut/0/reason", "/diagnostics/0/message", "/options/strict",
        ];
        string[] lists = ["/controls", "/accounts", "/waivers", "/populations", "/leftOut", "/diagnostics", "/snapshots/0/sources"];
        string[] again =
        [
            Repository.PathOf("snapshots"), "--expected-accounts", Repository.PathOf("snapshots", "accounts.csv"),
            "--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml"),
        ];
        Assert.Equal(0, CliRun.Of(["recheck", file, .. again]).ExitCode);

        foreach (var place in places)
        {
            var report = JsonNode.Parse(text)!;
            Change(report, place, Other);
            AssertNoticed(report, place);
        }

        foreach (var place in lists)
        {
            var report = JsonNode.Parse(text)!;
            Change(report, place, list => new JsonArray([.. list!.AsArray().Skip(1).Select(item => item!.DeepClone())]));
            AssertNoticed(report, place);
        }

        void AssertNoticed(JsonNode report, string place)
        {
            File.WriteAllText(file, report.ToJsonString());
            var run = CliRun.Of(["recheck", file, .. again]);
            Assert.True(run.ExitCode is 1 or 3, $"{place}: {run.ExitCode}\n{run.Output}");
            Assert.DoesNotContain("PE9002", run.Error, StringComparison.Ordinal);
        }
    }

    private static JsonNode? Other(JsonNode? value) => value switch
    {
        null => "something",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            System.Text.Json.JsonValueKind.Number => (long)value + 1,
            _ => (string)value! switch
            {
                "high" or "medium" or "critical" => "low",
                "low" => "high",
                "given" => "missing",
                "pass" => "fail",
                "fail" => "pass",
                var text when DateTimeOffset.TryParse(text, out _) => "2030-01-01T00:00:00Z",
                var text => text + "x",
            },
        },
    };

    private static void Change(JsonNode report, string place, Func<JsonNode?, JsonNode?> change)
    {
        var parts = place[1..].Split('/');
        var parent = parts[..^1].Aggregate(report, (node, part) =>
            node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part] ?? throw new ArgumentException(place));
        if (parent is JsonArray array)
            array[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = change(array[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)]);
        else
            parent[parts[^1]] = change(parent[parts[^1]]);
    }

    [Fact]
    public void A_column_beyond_everything_is_a_difference()
    {
        var (file, report) = Evaluate(Neglected);
        Failure(report)["evidence"]![0]!["column"] = int.MaxValue;

        Assert.Equal((1, ""), (Recheck(report, file).ExitCode, Recheck(report, file).Error));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_no_defect_of_the_program()
    {
        var (file, _) = Evaluate(Neglected);
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Replace("\"tool\": {", "\"tool\": {\"\\udc00\": 1,", StringComparison.Ordinal));

        var run = CliRun.Of("recheck", file, Neglected);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE4130", run.Error, StringComparison.Ordinal);
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
