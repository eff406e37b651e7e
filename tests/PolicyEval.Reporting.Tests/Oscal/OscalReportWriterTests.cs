using System.Text.Json.Nodes;
using PolicyEval.Reporting.Oscal;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Oscal;

/// <summary>An evaluation as OSCAL assessment results.</summary>
public sealed class OscalReportWriterTests
{
    private const string Schema = "schemas/oscal/oscal_assessment-results_schema.json";

    public static TheoryData<string> Samples => [.. Sample.Names];

    [Theory]
    [InlineData("Empty")]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Errors")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("oscal"), SnapshotNameExtension.Create(sample));

    [SharedFact(Schema)]
    public async Task Every_document_is_valid()
    {
        var schema = await SharedSchema.Of(Schema);

        foreach (var name in Sample.Names)
            Assert.Empty(schema.Validate(Sample.Named(name).Write("oscal")));
        foreach (var name in RepositorySample.Names)
            Assert.Empty(schema.Validate(RepositorySample.Write(name, "oscal")));

        var broken = JsonNode.Parse(Sample.Normal.Write("oscal"))!;
        broken["assessment-results"]!["results"]![0]!["findings"]![0]!["target"]!["status"]!["state"] = "failed";
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_reference_is_there_and_no_name_twice(string sample) => OscalReferences.AssertWhole(Sample.Named(sample).Write("oscal"));

    [Fact]
    public void Every_reference_is_there_in_a_real_document() => OscalReferences.AssertWhole(RepositorySample.Write("neglected", "oscal"));

    [Fact]
    public void The_same_evidence_twice_has_names_of_its_own() => OscalReferences.AssertWhole((Sample.Normal with
    {
        Header = Sample.Normal.Header with
        {
            Snapshots = [Sample.Normal.Header.Snapshots[0], Sample.Normal.Header.Snapshots[0]],
        },
        Findings = [.. Sample.Normal.Findings, .. Sample.Normal.Findings],
    }).Write("oscal"));

    [Fact]
    public void A_name_is_a_uuid_of_version_5() =>
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            OscalNames.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void A_resource_keeps_its_name_in_other_evidence_and_the_document_does_not()
    {
        var other = Sample.Normal with
        {
            Header = Sample.Normal.Header with
            {
                Snapshots = [Sample.Normal.Header.Snapshots[0] with { Digest = new string('b', 64) }],
            },
            Findings = [.. Sample.Normal.Findings.Select(finding => finding with { Snapshot = new string('b', 64) })],
        };
        var (first, second) = (Results(Sample.Normal.Write("oscal")), Results(other.Write("oscal")));

        Assert.NotEqual((string?)first["uuid"], (string?)second["uuid"]);
        Assert.Equal(
            first["local-definitions"]!["inventory-items"]!.ToJsonString(),
            second["local-definitions"]!["inventory-items"]!.ToJsonString());
    }

    [Fact]
    public void Only_what_was_decided_is_satisfied_or_not()
    {
        var result = Results(Sample.Normal.Write("oscal"));

        Assert.Equal(
            ["cis_v130-1.4_obj not-satisfied", "cis_v130-1.10_obj not-satisfied", "cis_v130-1.14_obj satisfied"],
            result["findings"]!.AsArray().Select(finding => finding!["target"]!)
                .Select(target => $"{target["target-id"]} {target["status"]!["state"]}"));
        Assert.Equal(
            ["fail", "manual", "not_assessed", "pass"],
            result["reviewed-controls"]!["control-selections"]!.AsArray()
                .Select(selection => (string)selection!["props"]![0]!["value"]!).Order());
        Assert.Null(Results(Sample.Errors.Write("oscal"))["findings"]);
    }

    [Fact]
    public void A_waiver_is_a_risk_that_was_accepted_and_satisfies_nothing()
    {
        var result = Results(Sample.Normal.Write("oscal"));

        var risk = Assert.Single(result["risks"]!.AsArray())!;
        Assert.Equal("deviation-approved", (string?)risk["status"]);
        Assert.Equal("2026-12-31T00:00:00Z", (string?)risk["deadline"]);
        Assert.Single(risk["related-observations"]!.AsArray());
        var finding = Assert.Single(result["findings"]!.AsArray(), each => each!["related-risks"] is not null)!;
        Assert.Equal((string?)risk["uuid"], (string?)finding["related-risks"]![0]!["risk-uuid"]);
        Assert.Equal("not-satisfied", (string?)finding["target"]!["status"]!["state"]);
    }

    [Fact]
    public void Evidence_is_of_the_day_it_was_collected_and_the_document_of_its_verdicts()
    {
        var document = JsonNode.Parse(Sample.Normal.Write("oscal"))!["assessment-results"]!;

        Assert.Equal("2026-01-13T00:00:00Z", (string?)document["metadata"]!["last-modified"]);
        Assert.Equal("2026-01-10T00:00:00Z", (string?)document["results"]![0]!["observations"]![0]!["collected"]);
    }

    [Fact]
    public void Without_a_time_the_document_says_so()
    {
        var metadata = JsonNode.Parse(Sample.Errors.Write("oscal"))!["assessment-results"]!["metadata"]!;

        Assert.Equal("1970-01-01T00:00:00Z", (string?)metadata["last-modified"]);
        Assert.Contains("where the evidence tells none", (string?)metadata["remarks"], StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(Sample.Normal.Write("oscal"))!["assessment-results"]!["metadata"]!["remarks"]);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "none")]
    [InlineData("*a* _b_ `c` [d](e) <f> {{ g }}", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\{\\{ g \\}\\}")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("1.4 of cis_v130", "1.4 of cis_v130")]
    [InlineData("- one", "\\- one")]
    [InlineData("a\nb", "a\\\\u\\{a\\}b")]
    [InlineData(" a ", "\\\\u\\{20\\}a\\\\u\\{20\\}")]
    public void A_line_is_no_markup(string text, string line) => Assert.Equal(line, OscalText.Line(text));

    [Theory]
    [InlineData("cis_v130", "1.10", "cis_v130-1.10")]
    [InlineData("nist_800_53_r5", "AC-2(1)", "ac-2.1")]
    [InlineData("nist_csf_v2", "PR.AA-01", "nist_csf_v2-PR.AA-01")]
    [InlineData("iso", "A 5/é", "iso-A_5__")]
    [InlineData("800", "1", "_800-1")]
    public void A_control_is_a_token(string framework, string id, string token) =>
        Assert.Equal(token, OscalText.Control(framework, id));

    private static JsonNode Results(string text) => JsonNode.Parse(text)!["assessment-results"]!["results"]![0]!;
}
