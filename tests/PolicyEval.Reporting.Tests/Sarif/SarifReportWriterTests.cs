using System.Text.Json.Nodes;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Sarif;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Sarif;

/// <summary>An evaluation as SARIF, for every reader and for GitHub.</summary>
public sealed class SarifReportWriterTests
{
    private const string Schema = "schemas/sarif/sarif-schema-2.1.0.json";

    private static readonly ReportOptions Github = new() { SarifProfile = SarifProfile.Github };

    [Theory]
    [InlineData("Empty")]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Errors")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) => Snapshot.Match(Sample.Named(sample).Write("sarif"), SnapshotNameExtension.Create(sample));

    [Theory]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Gated")]
    public void For_GitHub_it_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("sarif", options: Github), SnapshotNameExtension.Create(sample));

    [SharedFact(Schema)]
    public async Task Every_log_is_valid()
    {
        var schema = await SharedSchema.Of(Schema);

        foreach (var name in Sample.Names)
        {
            Assert.Empty(schema.Validate(Sample.Named(name).Write("sarif")));
            Assert.Empty(schema.Validate(Sample.Named(name).Write("sarif", options: Github)));
        }

        foreach (var name in RepositorySample.Names)
            Assert.Empty(schema.Validate(RepositorySample.Write(name, "sarif")));

        var broken = JsonNode.Parse(Sample.Normal.Write("sarif"))!;
        broken["runs"]![0]!["results"]![0]!["kind"] = "failed";
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Fact]
    public void What_is_no_failure_has_no_level()
    {
        Assert.All(Results(Sample.Errors.Write("sarif")).Concat(Results(Sample.Normal.Write("sarif"))), result =>
            Assert.Equal((string?)result["kind"] == "fail", (string?)result["level"] != "none"));
        Assert.Equal(
            ["fail", "open", "pass", "review"],
            Results(Sample.Normal.Write("sarif")).Select(result => (string?)result["kind"]).Distinct().Order());
    }

    [Theory]
    [InlineData(Severity.Critical, "error", "9.5")]
    [InlineData(Severity.High, "error", "8.0")]
    [InlineData(Severity.Medium, "warning", "5.5")]
    [InlineData(Severity.Low, "note", "2.0")]
    [InlineData(Severity.Info, "note", null)]
    public void A_severity_is_a_level_and_a_number_that_is_text(Severity severity, string level, string? number)
    {
        var policy = Sample.Normal.Header.Policies[0] with { Severity = severity };
        var sample = Sample.Normal with
        {
            Header = Sample.Normal.Header with { Policies = [policy] },
            Findings = [Sample.Normal.Findings[0] with { Severity = severity }],
        };
        var run = Run(sample.Write("sarif"));

        Assert.Equal(level, (string?)run["results"]![0]!["level"]);
        var rule = run["tool"]!["driver"]!["rules"]![0]!;
        Assert.Equal(level, (string?)rule["defaultConfiguration"]!["level"]);
        Assert.Equal(number, (string?)rule["properties"]!["security-severity"]);
        Assert.Contains("security", rule["properties"]!["tags"]!.AsArray().Select(tag => (string?)tag));
    }

    [Theory]
    [InlineData("neglected", SarifProfile.Full)]
    [InlineData("sealed", SarifProfile.Github)]
    [InlineData("Normal", SarifProfile.Full)]
    [InlineData("Normal", SarifProfile.Github)]
    [InlineData("Few", SarifProfile.Full)]
    [InlineData("Hostile", SarifProfile.Full)]
    public void Every_index_points_to_what_it_says(string sample, SarifProfile profile)
    {
        var options = new ReportOptions { SarifProfile = profile };
        var run = Run(RepositorySample.Names.Contains(sample)
            ? RepositorySample.Write(sample, "sarif", options)
            : Sample.Named(sample).Write("sarif", options: options));
        var driver = run["tool"]!["driver"]!;

        Assert.All(Nodes(run, "ruleIndex"), result =>
            Assert.Equal((string?)driver["rules"]![(int)result["ruleIndex"]!]!["id"], (string?)result["ruleId"]));
        Assert.All(Nodes(run, "uriBaseId"), place =>
        {
            Assert.NotNull(run["originalUriBaseIds"]![(string)place["uriBaseId"]!]);
            if (place["index"] is { } index)
                Assert.Equal((string?)run["artifacts"]![(int)index]!["location"]!["uri"], (string?)place["uri"]);
        });
        Assert.All(Nodes(run, "toolComponent"), taxon =>
        {
            var taxonomy = run["taxonomies"]![(int)taxon["toolComponent"]!["index"]!]!;
            Assert.Equal((string?)taxonomy["name"], (string?)taxon["toolComponent"]!["name"]);
            Assert.Contains(taxonomy["taxa"]!.AsArray(), each => (string?)each!["id"] == (string?)taxon["id"]);
        });
    }

    [Fact]
    public void Once_there_are_waivers_every_result_says_whether_one_covers_it()
    {
        var results = Results(Sample.Normal.Write("sarif"));

        Assert.All(results, result => Assert.NotNull(result["suppressions"]));
        var waived = Assert.Single(results, result => result["suppressions"]!.AsArray().Count > 0);
        Assert.Equal("fail", (string?)waived["kind"]);
        Assert.Equal("accepted", (string?)waived["suppressions"]![0]!["status"]);
        Assert.Equal("Sealed hardware token", (string?)waived["suppressions"]![0]!["justification"]);
        Assert.All(Results(Sample.Errors.Write("sarif")), result => Assert.Null(result["suppressions"]));
    }

    [Fact]
    public void What_a_baseline_says_stands_on_every_result_of_GitHub_and_beside_the_others()
    {
        var github = Results(Sample.Gated.Write("sarif", options: Github)).Select(result => (string?)result["baselineState"]);
        Assert.Equal(["new", "unchanged"], github.Distinct().Order());

        // SARIF wants the state on all results or on none, and a baseline tells of failures only.
        var full = Results(Sample.Gated.Write("sarif"));
        Assert.All(full, result => Assert.Null(result["baselineState"]));
        Assert.Equal(
            Sample.Gated.Findings.Count(finding => finding.Baseline == BaselineState.Known),
            full.Count(result => (string?)result["properties"]?["baseline"] == "known"));
    }

    [Fact]
    public void GitHub_gets_failures_that_no_waiver_covers_at_their_policies()
    {
        var run = Run(Sample.Normal.Write("sarif", options: Github));
        var results = run["results"]!.AsArray();

        Assert.Equal(12, results.Count);
        var place = results[0]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("policies/iam/root-access-key-absent.yaml", (string?)place["artifactLocation"]!["uri"]);
        Assert.Equal(4, (int?)place["region"]!["startLine"]);
        var evidence = Assert.Single(results[0]!["relatedLocations"]!.AsArray())!["physicalLocation"]!;
        Assert.Equal("credential-report.csv", (string?)evidence["artifactLocation"]!["uri"]);
        Assert.Equal(2, (int?)evidence["region"]!["startLine"]);
        Assert.EndsWith("credential-report.csv:2:151 access_key_1_active = true.", (string?)results[0]!["message"]!["text"], StringComparison.Ordinal);
        Assert.Equal($"{Sample.Normal.Findings[0].Fingerprint[..16]}:1", (string?)results[0]!["partialFingerprints"]!["primaryLocationLineHash"]);
    }

    [Fact]
    public void GitHub_gets_the_most_severe_of_very_many_failures_and_the_number_of_the_others()
    {
        var run = Run(LargeSample.Write("sarif", Github));
        var results = run["results"]!.AsArray();

        Assert.Equal(5000, results.Count);
        var kept = results.GroupBy(result => (string)result!["properties"]!["severity"]!).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal((2000, 2000, 1000), (kept["critical"], kept["high"], kept["medium"]));
        var fingerprints = results.Select(result => (string)result!["partialFingerprints"]!["policyeval/v1"]!).ToList();
        Assert.Equal(LargeSample.Findings.Select(finding => finding.Fingerprint).Where(fingerprints.ToHashSet().Contains), fingerprints);
        Assert.Equal(5000, (int?)run["properties"]!["leftOut"]);
        var said = Assert.Single(run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray())!;
        Assert.Equal("5000 failures of the lowest severities left out: code scanning takes 5000.", (string?)said["message"]!["text"]);
    }

    [Fact]
    public void What_could_not_be_decided_is_told_of_the_run()
    {
        var invocation = Run(Sample.Errors.Write("sarif"))["invocations"]![0]!;

        Assert.False((bool?)invocation["executionSuccessful"]);
        Assert.Equal(2, (int?)invocation["exitCode"]);
        Assert.Equal(
            ["policy_error crashes", "missing_evidence gap", "missing_evidence ages"],
            invocation["toolExecutionNotifications"]!.AsArray()
                .Select(each => $"{each!["descriptor"]!["id"]} {each["associatedRule"]!["id"]}"));
        Assert.Contains("3 findings without evidence", (string?)invocation["toolExecutionNotifications"]![2]!["message"]!["text"], StringComparison.Ordinal);
        Assert.Equal(2, invocation["toolConfigurationNotifications"]!.AsArray().Count);
    }

    [Fact]
    public void A_file_inside_another_one_has_it_for_a_parent()
    {
        var sources = Sample.Normal.Header.Snapshots[0].Sources;
        var outer = new SourceReference("credential-report.json", "credential-report.json", new string('e', 64), 900, null, "given");
        var sample = Sample.Normal with
        {
            Header = Sample.Normal.Header with
            {
                Snapshots =
                [
                    Sample.Normal.Header.Snapshots[0] with
                    {
                        Sources = [sources[0] with { Path = outer.Path, DecodedFrom = outer.File }, outer],
                    },
                ],
            },
        };
        var artifacts = Run(sample.Write("sarif"))["artifacts"]!;

        Assert.Equal("credential-report.json", (string?)artifacts[0]!["location"]!["uri"]);
        Assert.Equal("credential-report.csv", (string?)artifacts[1]!["location"]!["uri"]);
        Assert.Equal(0, (int?)artifacts[1]!["parentIndex"]);
    }

    [Theory]
    [InlineData("policies/x.yaml", "policies/x.yaml", "%SRCROOT%")]
    [InlineData("./policies//x.yaml", "policies/x.yaml", "%SRCROOT%")]
    [InlineData("../rules/x.yaml", "rules/x.yaml", "ELSEWHERE")]
    [InlineData("/srv/rules/x.yaml", "srv/rules/x.yaml", "ELSEWHERE")]
    [InlineData("C:\\rules\\x.yaml", "C:/rules/x.yaml", "ELSEWHERE")]
    public void A_path_of_the_user_leads_nowhere_up(string path, string relative, string start)
    {
        var artifact = SarifPaths.Of(path);

        Assert.Equal((relative, start), (artifact.Path, artifact.BaseId));
    }

    [Theory]
    [InlineData("true", "", 12)]
    [InlineData("N/A", "", 11)]
    [InlineData("a,b", "", 8)]
    [InlineData("\"a b\"", "/x", 13)]
    [InlineData("{…", "/x", 8)]
    public void A_region_ends_where_the_cell_is_known_to_end(string value, string pointer, int end) =>
        Assert.Equal(
            new SarifRegion(3, 8, 3, end) { Snippet = value },
            SarifRegion.Of(Sample.CellOf(3, 8, "f", value) with { Pointer = pointer }));

    private static JsonNode Run(string log) => JsonNode.Parse(log)!["runs"]![0]!;

    private static JsonNode[] Results(string log) => [.. Run(log)["results"]!.AsArray().Select(result => result!)];

    /// <summary>Every object below a node that has a property.</summary>
    private static IEnumerable<JsonObject> Nodes(JsonNode? node, string property) => node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value, property))
            .Concat(members.ContainsKey(property) ? [members] : []),
        JsonArray items => items.SelectMany(item => Nodes(item, property)),
        _ => [],
    };
}
