using System.Xml.Linq;
using System.Xml.Schema;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.JUnit;

public sealed class JUnitReportWriterTests
{
    private const string SchemaPath = "schemas/junit/jenkins-junit-10.xsd";

    [Theory]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Gated")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("junit"), SnapshotNameExtension.Create(sample));

    [SharedFact(SchemaPath)]
    public void It_keeps_the_schema_that_CI_systems_read_by()
    {
        foreach (var name in Sample.Names)
            Validate(Sample.Named(name).Write("junit"));
        Validate(Many(50_000).Write("junit"));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_counts_are_those_of_the_cases(string sample)
    {
        foreach (var suite in XDocument.Parse(Sample.Named(sample).Write("junit")).Root!.Elements("testsuite"))
        {
            var cases = suite.Elements("testcase").ToList();
            Assert.Equal(cases.Count, (int)suite.Attribute("tests")!);
            Assert.Equal(cases.Count(c => c.Element("failure") is not null), (int)suite.Attribute("failures")!);
            Assert.Equal(cases.Count(c => c.Element("error") is not null), (int)suite.Attribute("errors")!);
            Assert.Equal(cases.Count(c => c.Element("skipped") is not null), (int)suite.Attribute("skipped")!);
        }
    }

    [Fact]
    public void Waived_and_known_failures_are_skipped_and_missing_evidence_is_an_error()
    {
        var cases = XDocument.Parse(Sample.Gated.Write("junit")).Descendants("testcase").ToList();

        Assert.StartsWith("waived until", (string?)cases.Single(c => ((string?)c.Attribute("name"))!.EndsWith("user-01", StringComparison.Ordinal)).Element("skipped")!.Attribute("message"));
        Assert.Equal(
            Sample.Gated.Findings.Count(f => f is { Baseline: BaselineState.Known, Waiver: null }),
            cases.Count(c => (string?)c.Element("skipped")?.Attribute("message") == "known from the baseline"));
        Assert.NotNull(cases.Single(c => ((string?)c.Attribute("name"))!.EndsWith("odd", StringComparison.Ordinal)).Element("error"));
    }

    [Fact]
    public void Where_no_control_tells_cases_of_a_policy_apart_its_parameters_do()
    {
        var days = new ParamReference("days", "int", "90", "90");
        var finding = Sample.FindingOf("loose", "1.8", "carol", Outcome.Pass) with { Controls = [], Params = [days] };
        var strict = finding with { Outcome = Outcome.Fail, Params = [days with { Value = "45", Standard = "45" }] };
        var report = (Sample.Errors with { Findings = [finding, strict] }).Write("junit");

        var suite = XDocument.Parse(report).Root!.Elements("testsuite")
            .Single(s => ((string?)s.Attribute("name"))!.StartsWith("loose ", StringComparison.Ordinal));
        Assert.Equal(
            ["carol", "carol (days = 45)"],
            suite.Elements("testcase").Select(c => (string?)c.Attribute("name")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var suite = XDocument.Parse(Many(10_001).Write("junit")).Root!.Elements("testsuite")
            .Single(s => (int)s.Attribute("tests")! > 1);

        Assert.Equal(10_000, suite.Elements("testcase").Count());
        Assert.Equal("1", (string?)suite.Descendants("property")
            .Single(p => (string?)p.Attribute("name") == "findings.left.out").Attribute("value"));
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];

    private static Sample Many(int count)
    {
        var failure = Sample.Normal.Findings.First(f => f.Outcome == Outcome.Fail && f.Policy == "user-mfa" && f.Waiver is null);
        return Sample.Normal with
        {
            Findings =
            [
                .. Enumerable.Range(0, count).Select(i => failure with
                {
                    Resource = failure.Resource with { Id = $"user-{i:00000}" },
                }),
            ],
        };
    }

    private static void Validate(string text)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Repository.Shared!, SchemaPath));
        var problems = new List<string>();
        XDocument.Parse(text).Validate(schemas, (_, e) => problems.Add(e.Message));
        Assert.Empty(problems);
    }
}
