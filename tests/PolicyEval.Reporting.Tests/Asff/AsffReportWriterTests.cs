using System.Text.Json.Nodes;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Asff;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Asff;

/// <summary>An evaluation for AWS Security Hub.</summary>
public sealed class AsffReportWriterTests
{
    private const string Schema = "schemas/asff/asff-AwsSecurityFinding.assembled.schema.json";

    [Theory]
    [InlineData("Empty")]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Errors")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("asff"), SnapshotNameExtension.Create(sample));

    [SharedFact(Schema)]
    public async Task Every_finding_is_valid()
    {
        var schema = await SharedSchema.Of(Schema);

        var reports = Sample.Names.Select(name => Sample.Named(name).Write("asff"))
            .Concat(RepositorySample.Names.Select(name => RepositorySample.Write(name, "asff")));
        foreach (var finding in reports.SelectMany(Findings))
            Assert.Empty(schema.Validate(finding.ToJsonString()));

        var broken = Findings(Sample.Normal.Write("asff"))[0];
        broken["Compliance"]!["Status"] = "PASS";
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Theory]
    [InlineData(Outcome.Pass, false, "PASSED", "RESOLVED")]
    [InlineData(Outcome.Fail, false, "FAILED", "NEW")]
    [InlineData(Outcome.Fail, true, "FAILED", "SUPPRESSED")]
    [InlineData(Outcome.NotApplicable, false, "NOT_AVAILABLE", "RESOLVED")]
    [InlineData(Outcome.Incomplete, false, "WARNING", "NEW")]
    [InlineData(Outcome.Error, false, "WARNING", "NEW")]
    public void An_outcome_is_a_status(Outcome outcome, bool isWaived, string compliance, string workflow) =>
        Assert.Equal(new AsffStatus(compliance, workflow), AsffStatus.Of(outcome, isWaived));

    [Fact]
    public void What_is_outside_the_evidence_leaves_an_earlier_finding_as_it_is()
    {
        var finding = Sample.FindingOf("p", "1.8", "x", Outcome.NotAssessed);

        Assert.Equal("[]\n", (Sample.Empty with { Findings = [finding] }).Write("asff"));
    }

    [Fact]
    public void Only_what_is_to_be_done_has_the_severity_of_its_policy()
    {
        Assert.Equal("CRITICAL", AsffStatus.SeverityOf(Outcome.Fail, Severity.Critical));
        Assert.Equal("HIGH", AsffStatus.SeverityOf(Outcome.Incomplete, Severity.High));
        Assert.Equal("INFORMATIONAL", AsffStatus.SeverityOf(Outcome.Pass, Severity.Critical));
    }

    [Theory]
    [InlineData("aws", "arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default")]
    [InlineData("aws-cn", "arn:aws-cn:securityhub:cn-north-1:111122223333:product/111122223333/default")]
    [InlineData("aws-us-gov", "arn:aws-us-gov:securityhub:us-gov-west-1:111122223333:product/111122223333/default")]
    [InlineData("", "arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default")]
    public void A_partition_has_a_region_and_an_ARN_of_its_own(string partition, string arn)
    {
        var snapshot = Sample.Normal.Header.Snapshots[0] with { Partition = partition };
        var place = AsffPlace.Of(Sample.Normal.Findings[0].Resource, snapshot, region: null);

        Assert.Equal(arn, place.ProductArn);
    }

    [Fact]
    public void An_account_is_that_of_the_resource_then_that_of_the_snapshot_then_none_that_there_is()
    {
        var resource = new ResourceReference("aws.iam.user", "*", "", "");
        var snapshot = Sample.Normal.Header.Snapshots[0];

        Assert.Equal("444455556666", AsffPlace.Of(resource with { Account = "444455556666" }, snapshot, null).Account);
        Assert.Equal(Sample.Account, AsffPlace.Of(resource, snapshot, null).Account);
        Assert.Equal("000000000000", AsffPlace.Of(resource, snapshot with { Account = "" }, null).Account);
    }

    [Theory]
    [InlineData("aws.iam.user", "alice", "arn:aws:iam::111122223333:user/alice", "AwsIamUser arn:aws:iam::111122223333:user/alice")]
    [InlineData("aws.iam.user", "alice", "", "AwsIamUser alice")]
    [InlineData("aws.iam.root", "<root_account>", "arn:aws:iam::111122223333:root", "AwsAccount AWS::::Account:111122223333")]
    [InlineData("aws.account", "111122223333", "", "AwsAccount AWS::::Account:111122223333")]
    [InlineData("aws.iam.policy", "*", "", "AwsAccount AWS::::Account:111122223333")]
    [InlineData("aws.iam.server_certificate", "web", "", "Other web")]
    public void A_resource_has_a_type_of_Security_Hub(string type, string id, string arn, string expected)
    {
        var finding = Sample.Normal.Findings[0] with { Resource = new ResourceReference(type, id, arn, Sample.Account) };
        var resource = Findings((Sample.Normal with { Findings = [finding] }).Write("asff"))[0]["Resources"]![0]!;

        Assert.Equal(expected, $"{resource["Type"]} {resource["Id"]}");
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var finding = Sample.Normal.Findings[0] with
        {
            Title = new string('a', 254) + "😀😀",
            Message = string.Concat(Enumerable.Repeat("😀", 2000)),
        };
        var written = Findings((Sample.Normal with { Findings = [finding] }).Write("asff"))[0];

        Assert.Equal(new string('a', 254) + "…", (string?)written["Title"]);
        var description = (string)written["Description"]!;
        Assert.InRange(description.Length, 1023, 1024);
        Assert.EndsWith("😀…", description, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', description);
        Assert.Equal("none", AsffText.Of(" ", 5));
    }

    [Fact]
    public void Evidence_is_told_and_what_is_left_out_is_counted()
    {
        var cell = Sample.Normal.Findings[0].Evidence[0];
        var finding = Sample.Normal.Findings[0] with { Evidence = [.. Enumerable.Repeat(cell, 12)] };
        var fields = Findings((Sample.Normal with { Findings = [finding] }).Write("asff"))[0]["ProductFields"]!;

        Assert.Equal("credential-report.csv:2:151 access_key_1_active = true", (string?)fields["policyeval/Evidence/10"]);
        Assert.Null(fields["policyeval/Evidence/11"]);
        Assert.Equal("2", (string?)fields["policyeval/EvidenceLeftOut"]);
    }

    private static JsonNode[] Findings(string text) => [.. JsonNode.Parse(text)!.AsArray().Select(finding => finding!)];
}
