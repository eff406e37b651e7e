using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Checking;

/// <summary>What a check found, for people and for programs.</summary>
public sealed class CheckFormatsTests
{
    private const string Schema = "schemas/sarif/sarif-schema-2.1.0.json";

    [Fact]
    public void The_console_shows_every_mistake_with_its_line()
    {
        using var sample = CheckSample.Mistakes();

        Snapshot.Match(sample.Write("console"));
    }

    [Fact]
    public void Sarif_has_a_rule_for_each_id_and_a_result_for_each_mistake()
    {
        using var sample = CheckSample.Mistakes();

        Snapshot.Match(sample.Write("sarif"));
    }

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        using var first = CheckSample.Mistakes();
        using var second = CheckSample.Mistakes();

        Assert.Equal(first.Write("sarif"), second.Write("sarif"));
    }

    [SharedFact(Schema)]
    public async Task Every_log_is_valid()
    {
        using var mistakes = CheckSample.Mistakes();
        using var good = CheckSample.Good();
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Shared!, Schema));

        Assert.Empty(schema.Validate(mistakes.Write("sarif")));
        Assert.Empty(schema.Validate(good.Write("sarif")));
        Assert.Empty(schema.Validate(CheckSample.Write(CheckSample.Missing(), "sarif")));

        var broken = JsonNode.Parse(mistakes.Write("sarif"))!;
        broken["runs"]![0]!["results"]![0]!["level"] = "fatal";
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Fact]
    public void A_good_folder_has_a_log_without_results()
    {
        using var sample = CheckSample.Good();
        var run = Run(sample.Write("sarif"));

        Assert.Empty(run["results"]!.AsArray());
        Assert.Empty(run["tool"]!["driver"]!["rules"]!.AsArray());
        Assert.Equal("mine/good.yaml", (string?)run["artifacts"]![0]!["location"]!["uri"]);
        Assert.Equal(64, ((string?)run["artifacts"]![0]!["hashes"]!["sha-256"])!.Length);
        Assert.Equal(0, (int?)run["invocations"]![0]!["exitCode"]);
    }

    [Fact]
    public void What_has_no_file_is_said_of_the_run()
    {
        var run = Run(CheckSample.Write(CheckSample.Missing(), "sarif"));

        var invocation = run["invocations"]![0]!;
        Assert.False((bool?)invocation["executionSuccessful"]);
        Assert.Equal(3, (int?)invocation["exitCode"]);
        var notification = invocation["toolConfigurationNotifications"]![0]!;
        Assert.Equal("PE3010", (string?)notification["descriptor"]!["id"]);
        Assert.Equal("PE3010", (string?)run["tool"]!["driver"]!["notifications"]![0]!["id"]);
        Assert.Empty(run["results"]!.AsArray());
    }

    [Fact]
    public void Every_index_points_to_what_it_says()
    {
        using var sample = CheckSample.Mistakes();
        var run = Run(sample.Write("sarif"));

        Assert.All(run["results"]!.AsArray(), result =>
        {
            var rule = run["tool"]!["driver"]!["rules"]![(int)result!["ruleIndex"]!]!;
            Assert.Equal((string?)rule["id"], (string?)result["ruleId"]);
            Assert.Equal((string?)rule["defaultConfiguration"]!["level"], (string?)result["level"]);
            var file = result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;
            var artifact = run["artifacts"]![(int)file["index"]!]!["location"]!;
            Assert.Equal((string?)artifact["uri"], (string?)file["uri"]);
            Assert.NotNull(run["originalUriBaseIds"]![(string)file["uriBaseId"]!]);
        });
    }

    [Fact]
    public void A_fingerprint_outlives_lines_that_move_and_tells_equal_lines_apart()
    {
        using var sample = new CheckSample();
        var text = CheckSample.PolicyOf("twice", "root.acess || root.acess");
        sample.Write("a.yaml", text);
        var before = Fingerprints(sample);
        sample.Write("a.yaml", "# a comment\n\n" + text.Replace("  expression: ", "  expression:   ", StringComparison.Ordinal));

        Assert.Equal(2, before.Distinct().Count());
        Assert.Equal(before, Fingerprints(sample));
        sample.Write("a.yaml", text.Replace("acess", "acss", StringComparison.Ordinal));
        Assert.Empty(before.Intersect(Fingerprints(sample)));
    }

    [Fact]
    public void A_fix_mends_what_it_is_about()
    {
        using var sample = CheckSample.Mistakes();
        var run = Run(sample.Write("sarif"));

        var fixes = run["results"]!.AsArray().Where(result => result!["fixes"] is not null)
            .Select(result => (string?)result!["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!["insertedContent"]!["text"]);
        Assert.Equal(["access_key_1_active", "mfa_active", "&&"], fixes);
    }

    [Fact]
    public void A_suggestion_of_no_place_is_no_fix() =>
        Assert.Null((Diagnostic.Create(
            new DiagnosticDescriptor("PE4002", "T", "m", DiagnosticSeverity.Error, "h"), Location.None) with
        {
            Suggestion = "x",
        }).Replacement);

    private static string?[] Fingerprints(CheckSample sample) =>
        [.. Run(sample.Write("sarif"))["results"]!.AsArray()
            .Select(result => (string?)result!["partialFingerprints"]!["policyevalDiagnostic/v1"])];

    private static JsonNode Run(string log) => JsonNode.Parse(log)!["runs"]![0]!;
}
