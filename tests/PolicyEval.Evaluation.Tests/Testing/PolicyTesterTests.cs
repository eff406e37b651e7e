using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Testing;

/// <summary>Cases of tests, run.</summary>
public sealed class PolicyTesterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_finding_that_is_not_as_expected_says_what_differs()
    {
        var test = Only("""
            row: { access_key_1_active: true }
                  expect:
                    outcome: pass
                    reason: InactiveKey
                    message: All is well
                    violations: [InactiveKey]
                    evidence: [access_key_2_active]
                    missing: [user]
            """);

        Assert.Equal(
            [
                "outcome: pass, not fail", "reason: InactiveKey, not ActiveKey",
                "message: All is well, not Root has an active access key (key 1)",
                "violations: [InactiveKey], not [ActiveKey]",
                "evidence: [access_key_2_active], not [access_key_1_active]", "missing: [user], not []",
            ],
            Differences(test));
        Assert.All(test.Mismatches, m => Assert.Equal((11, "<root_account>"), (m.Location.Line, m.Resource)));
    }

    [Theory]
    [InlineData("expect: []", "finding: none, not pass")]
    [InlineData("expect: [{ outcome: pass }, { outcome: fail }]", "finding: fail, not none")]
    [InlineData("expect: { outcome: pass, resource: root }", "finding: pass, not none", "finding: none, not pass")]
    public void More_or_fewer_findings_than_expected_fail(string expect, params string[] differences) =>
        Assert.Equal(differences, Differences(Only(expect)));

    [Theory]
    [InlineData("control: pass")]
    [InlineData("control: fail", "control: fail, not pass")]
    public void The_verdict_of_a_control_is_that_of_all_findings(string control, params string[] differences) =>
        Assert.Equal(differences, Differences(Only($"expect: {{ outcome: pass }}\n      {control}")));

    [Theory]
    [InlineData("row: { arn: nonsense }", "PE3085")]
    [InlineData("files: { account-summary.json: 'no JSON' }", "PE3085")]
    [InlineData("report: none", "PE3085")]
    [InlineData("snapshot: nowhere", "PE3085")]
    [InlineData("asOf: 2020-01-01", "PE3086")]
    public void A_case_that_cannot_be_run_has_a_diagnostic_at_its_name(string evidence, string id)
    {
        var test = Only(evidence + "\n      expect: { outcome: pass }");

        Assert.True(test.IsRefused);
        Assert.False(test.Passed);
        var diagnostic = Assert.Single(test.Diagnostics);
        Assert.Equal((id, 8, 13), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
    }

    [Fact]
    public void A_snapshot_is_found_from_the_place_of_the_tests()
    {
        Directory.CreateDirectory(_folder.PathOf("evidence"));
        File.WriteAllText(_folder.PathOf("evidence/account-summary.json"), """{"SummaryMap": {"AccountAccessKeysPresent": 0}}""");

        Assert.True(Only("snapshot: evidence\n      expect: { outcome: pass }").Passed);
    }

    [Fact]
    public void Params_and_the_instant_are_those_of_the_case()
    {
        Assert.True(Only("""
            row: { access_key_1_active: false, access_key_1_last_rotated: 2025-01-01T00:00:00Z }
                  params: { inactiveKey: pass }
                  asOf: 2026-06-01
                  expect: { outcome: pass }
            """).Passed);
        Assert.True(Only("""
            row: { access_key_1_last_rotated: 2026-03-02T00:00:00Z }
                  expect: { outcome: incomplete, missing: [access_key_1_last_rotated] }
            """).Passed);
        Assert.True(Only("""
            row: { access_key_1_last_rotated: 2026-03-02T00:00:00Z }
                  asOf: 2026-06-01
                  expect: { outcome: fail, reason: InactiveKey }
            """).Passed);
    }

    [Fact]
    public void A_policy_of_the_folder_without_tests_is_named_and_covers_nothing()
    {
        var name = "root-use";
        File.Copy(Repository.PathOf("policies", "iam", $"{name}.yaml"), _folder.PathOf($"{name}.yaml"));

        var run = Run("expect: { outcome: pass }");

        Assert.Equal([name], run.WithoutTests.ToArray());
        Assert.Equal(0, run.LeastCoverage);
    }

    [Fact]
    public void A_filter_takes_policies_and_cases_by_name()
    {
        var library = Load("expect: { outcome: pass }");

        Assert.Equal(0, PolicyTester.Run(library, new PolicyTestFilter { Policies = ["root-use"] }).Cases);
        Assert.Equal(0, PolicyTester.Run(library, new PolicyTestFilter { Case = "no such" }).Cases);
        Assert.Equal(1, PolicyTester.Run(library, new PolicyTestFilter { Case = "A CASE" }).Cases);
    }

    [Fact]
    public void A_cancelled_run_has_no_result() =>
        Assert.Throws<OperationCanceledException>(() => PolicyTester.Run(
            Load("expect: { outcome: pass }"), PolicyTestFilter.All, new CancellationToken(canceled: true)));

    private TestCaseResult Only(string keys) => Assert.Single(Assert.Single(Run(keys).Policies).Cases);

    private PolicyTestRun Run(string keys) => PolicyTester.Run(Load(keys), PolicyTestFilter.All);

    private PolicyTestLibrary Load(string keys)
    {
        File.WriteAllText(_folder.PathOf("a.tests.yaml"), $$"""
            apiVersion: policyeval/v1
            kind: PolicyTests
            metadata:
              name: root-access-key-absent
            spec:
              asOf: 2026-03-01T06:00:00Z
              cases:
                - name: a case
                  {{keys}}
            """);
        var library = PolicyTestLibrary.Load(_folder.Path);
        Assert.Empty(library.Diagnostics);
        return library;
    }

    private static IEnumerable<string> Differences(TestCaseResult test) =>
        test.Mismatches.Select(m => $"{m.What}: {m.Expected}, not {m.Actual}");
}
