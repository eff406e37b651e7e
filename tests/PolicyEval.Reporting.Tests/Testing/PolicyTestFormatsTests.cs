using System.Text;
using System.Xml.Linq;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Reporting.Testing;
using PolicyEval.Testing;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Testing;

/// <summary>Test results as people and CI systems read them.</summary>
public sealed class PolicyTestFormatsTests : IDisposable
{
    private const string Policy = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata:
          name: one-key
        spec:
          title: One key
          severity: low
          resource: aws.iam.user
          validations:
            - expression: "!(user.access_key_1_active && user.access_key_2_active)"
              reason: TwoKeys
              message: Both keys are active
          passMessageExpression: "user.access_key_1_active ? 'Key 1' : user.access_key_2_active ? 'Key 2' : 'None'"
        """;

    private const string Cases = """
        apiVersion: policyeval/v1
        kind: PolicyTests
        metadata:
          name: one-key
        spec:
          row: { user: alice }
          cases:
            - name: one key passes
              row: { access_key_1_active: true }
              expect: { outcome: pass }
            - name: "two keys <pass> \e[31m\u0007\uFFFE"
              row: { access_key_1_active: true, access_key_2_active: true }
              expect: { outcome: pass, message: "]]> & \x01" }
            - name: nobody is there
              rows: []
              expect: { outcome: pass }
            - name: no report
              files: { credential-report.csv: nonsense }
              expect: []
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_console_shows_what_failed_and_why() =>
        Snapshot.Match(Write("console", new PolicyTestDetails(Coverage: true, LeastCoverage: 90)));

    [Fact]
    public void Without_asking_the_console_counts_branches_only() =>
        Assert.DoesNotContain(
            "never true", Write("console", new PolicyTestDetails(Coverage: false, LeastCoverage: null)),
            StringComparison.Ordinal);

    [Fact]
    public void JUnit_has_a_suite_for_each_policy() => Snapshot.Match(Write("junit", Plain));

    [Fact]
    public void JUnit_is_xml_whatever_the_names_are()
    {
        var suites = XDocument.Parse(Write("junit", Plain)).Root!;

        Assert.Equal("testsuites", suites.Name);
        Assert.Equal(("4", "2", "1"), (
            suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value, suites.Attribute("errors")!.Value));
        var tests = suites.Descendants("testcase").ToArray();
        Assert.Equal(@"two keys <pass> \u{1b}[31m\u{7}\u{fffe}", tests[1].Attribute("name")!.Value);
        Assert.Equal(
            "alice: outcome: expected pass, was fail", tests[1].Element("failure")!.Attribute("message")!.Value);
        Assert.Equal(@"expected: ]]> & \u{1}", tests[1].Value.Split('\n')[5].Trim());
        Assert.Equal("PE3085", tests[3].Element("error")!.Attribute("type")!.Value);
        Assert.Empty(tests[0].Elements());
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes() =>
        Assert.All(PolicyTestFormats.All, format => Assert.Equal(Write(format.Name, Plain), Write(format.Name, Plain)));

    private static PolicyTestDetails Plain { get; } = new(Coverage: false, LeastCoverage: null);

    private string Write(string format, PolicyTestDetails details)
    {
        using var stream = new MemoryStream();
        PolicyTestFormats.Find(format)!.Write(Run(), details, stream, ReportStyle.Plain);
        return Encoding.UTF8.GetString(stream.ToArray()).Replace(_folder.Path, "policies", StringComparison.Ordinal);
    }

    private PolicyTestRun Run()
    {
        File.WriteAllText(_folder.PathOf("a.yaml"), Policy);
        File.WriteAllText(_folder.PathOf("b.yaml"), Policy.Replace("one-key", "untested", StringComparison.Ordinal));
        File.WriteAllText(_folder.PathOf("a.tests.yaml"), Cases);
        var library = PolicyTestLibrary.Load(_folder.Path);
        Assert.False(library.HasErrors, string.Join('\n', library.Diagnostics));
        return PolicyTester.Run(library, PolicyTestFilter.All);
    }
}
