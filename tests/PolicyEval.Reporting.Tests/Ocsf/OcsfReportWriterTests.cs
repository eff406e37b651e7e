using System.Text.Json.Nodes;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Ocsf;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Ocsf;

/// <summary>An evaluation as OCSF events, a line each.</summary>
public sealed class OcsfReportWriterTests
{
    private const string Schema = "schemas/ocsf/compliance_finding-1.5.0.assembled.draft07.schema.json";

    [Theory]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Errors")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("ocsf"), SnapshotNameExtension.Create(sample));

    [SharedFact(Schema)]
    public async Task Every_event_is_valid()
    {
        var schema = await SharedSchema.Of(Schema);

        var reports = Sample.Names.Select(name => Sample.Named(name).Write("ocsf"))
            .Concat(RepositorySample.Names.Select(name => RepositorySample.Write(name, "ocsf")));
        foreach (var line in reports.SelectMany(Lines))
            Assert.Empty(schema.Validate(line));

        var broken = JsonNode.Parse(Lines(Sample.Normal.Write("ocsf"))[0])!;
        broken["severity_id"] = 7;
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Fact]
    public void A_result_without_findings_is_empty() => Assert.Equal("", Sample.Empty.Write("ocsf"));

    [Fact]
    public void Every_finding_and_every_control_of_a_person_is_a_line()
    {
        var lines = Lines(Sample.Normal.Write("ocsf"));

        Assert.Equal(Sample.Normal.Findings.Length + 1, lines.Length);
        Assert.Equal(LargeSample.Count, Lines(LargeSample.Write("ocsf")).Length);
    }

    [Fact]
    public void A_line_is_ASCII_and_names_are_exact()
    {
        var text = Sample.Hostile.Write("ocsf");
        var finding = Sample.Hostile.Findings[0];

        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.All(text.TrimEnd('\n'), unit => Assert.InRange(unit, ' ', '~'));
        var resource = Events(Sample.Hostile)[0]["resources"]![0]!;
        Assert.Equal(finding.Resource.Id.Replace('\ud800', '\ufffd'), (string?)resource["name"]);
    }

    [Fact]
    public void The_time_is_that_of_the_evidence_in_milliseconds()
    {
        Assert.All(Events(Sample.Normal), each => Assert.Equal(1768262400000, (long?)each["time"]));

        var timeless = Events(Sample.Errors)[0];
        Assert.Equal(0, (long?)timeless["time"]);
        Assert.False((bool?)timeless["unmapped"]!["timeKnown"]);
    }

    [Theory]
    [InlineData(Outcome.Pass, false, 4, 1)]
    [InlineData(Outcome.Fail, false, 1, 3)]
    [InlineData(Outcome.Fail, true, 3, 3)]
    [InlineData(Outcome.Manual, false, 1, 0)]
    [InlineData(Outcome.NotApplicable, false, 99, 99)]
    [InlineData(Outcome.Incomplete, false, 1, 2)]
    [InlineData(Outcome.Error, false, 1, 2)]
    public void An_outcome_is_a_status(Outcome outcome, bool isWaived, int id, int compliance)
    {
        var status = OcsfStatus.Of(outcome, isWaived);

        Assert.Equal((id, compliance), (status.Id, status.ComplianceId));
    }

    [Fact]
    public void Only_what_is_to_be_done_has_the_severity_of_its_policy()
    {
        Assert.Equal((5, "Critical"), OcsfStatus.SeverityOf(Outcome.Fail, Severity.Critical));
        Assert.Equal((4, "High"), OcsfStatus.SeverityOf(Outcome.Incomplete, Severity.High));
        Assert.Equal((1, "Informational"), OcsfStatus.SeverityOf(Outcome.Pass, Severity.Critical));
    }

    [Fact]
    public void What_is_outside_the_evidence_has_no_event()
    {
        var finding = Sample.FindingOf("p", "1.8", "x", Outcome.NotAssessed);

        Assert.Equal("", (Sample.Empty with { Findings = [finding] }).Write("ocsf"));
    }

    [Fact]
    public void A_failure_has_its_remedy_its_evidence_and_its_waiver()
    {
        var events = Events(Sample.Normal);

        Assert.StartsWith("Console:\nSign in as root", (string?)events[0]["remediation"]!["desc"], StringComparison.Ordinal);
        Assert.Equal(2, (int?)events[0]["evidences"]![0]!["data"]!["line"]);
        Assert.Equal("root-access-key-absent", (string?)events[0]["compliance"]!["control"]);
        Assert.Equal("cis_v130/1.4", (string?)events[0]["compliance"]!["requirements"]![0]);
        var waived = Assert.Single(events, each => (string?)each["status"] == "Suppressed");
        Assert.Equal("break-glass", (string?)waived["unmapped"]!["waiver"]!["name"]);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonNode[] Events(Sample sample) => [.. Lines(sample.Write("ocsf")).Select(line => JsonNode.Parse(line)!)];
}
