using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Signatures;

/// <summary>
/// Rows that look alike are evaluated once. The second way is a run under an observer, which evaluates each row by
/// itself: the same findings, counts and exit codes must come of both, whoever wants which findings.
/// </summary>
public sealed class AlikeRowsTests(ITestOutputHelper output)
{
    private const string Times = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: times }
        spec:
          title: T
          severity: low
          resource: aws.iam.user
          variables:
            - name: since
              expression: "known(user.password_last_used) ? require(user.password_last_used) : require(user.user_creation_time)"
          matchConditions:
            - name: has-a-key
              expression: "token(user.access_key_1_last_rotated) != 'N/A' || user.mfa_active"
              reason: None
              message: None.
          validations:
            - expression: "variables.since < user.access_key_1_last_rotated || asOf - variables.since <= duration('1080h')"
              reason: Late
              message: It is late.
            - expression: "(user.mfa_active ? 1 : 0) + (user.cert_1_active ? 1 : 0) < 2 && user.cert_2_last_rotated == null"
              reason: Many
              message: It is much.
        """;

    private const string Names = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: names }
        spec:
          title: T
          severity: low
          resource: aws.iam.user
          validations:
            - expression: "user.user.endsWith('1') || user.password_enabled"
              reason: Name
              messageExpression: "known(user.cert_2_last_rotated) ? 'It is named.' : 'It is named, and has a second one.'"
            - expression: "token(user.user_creation_time) != '2020-01-01T00:00:00Z' || !user.mfa_active"
              reason: Text
              message: It is then.
            - expression: "user.cert_1_last_rotated == null || user.user != 'u3'"
              reason: Certificate
              message: It has one.
        """;

    [Fact]
    public void Rows_that_look_alike_get_what_each_gets_by_itself()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var turn = 0; turn < 8; turn++)
        {
            using var scenario = Scenario(random, generated: turn % 2 == 0 ? RandomReport.AsOf : null);
            Check(scenario, random.Next(2, 5), $"seed {seed}, turn {turn}");
        }
    }

    [Fact]
    public void Rows_beside_other_evidence_get_what_each_gets_by_itself()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var turn = 0; turn < 6; turn++)
        {
            using var scenario = new Scenario()
                .Snapshot(
                    RandomReport.Of(random, 1, 200), "\"Users\": 3, \"AccountMFAEnabled\": 1",
                    generated: RandomReport.AsOf, files: ("mfa-devices.json", "{\"MFADevices\": []}"))
                .Policy("times.yaml", Times);
            scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
            Check(scenario, 2, $"seed {seed}, turn {turn}");
        }
    }

    private static Scenario Scenario(Random random, string? generated)
    {
        var scenario = new Scenario().Policy("times.yaml", Times).Policy("names.yaml", Names);
        for (var snapshot = random.Next(1, 3); snapshot > 0; snapshot--)
            scenario.Snapshot(RandomReport.Of(random, random.Next(1, 5), 250), generated: generated);
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130", "cis_v500"] };
        return scenario;
    }

    private static void Check(Scenario scenario, int degree, string what)
    {
        var preparation = scenario.Prepare();
        Assert.True(preparation.Plan is not null, what + string.Join('\n', preparation.Diagnostics));
        var (alone, alike, counted) = (new RunResults(), new RunResults(), new WantedResults());
        Evaluator.Run(preparation.Plan, alone, new Nobody());
        Evaluator.Run(preparation.Plan, alike, degree);
        Evaluator.Run(preparation.Plan, counted, degree);

        Assert.True(alone.Print() == alike.Print(), what);
        Assert.Equal(WantedResults.FirstOf(alone.Findings), counted.Findings, Same);
        Assert.Equal(alone.Findings.Count, counted.Findings.Count + counted.Counted);
        Assert.Equal(WantedResults.Print(alone.Footer), WantedResults.Print(counted.Footer));
    }

    private static bool Same(Finding one, Finding other) => one.Fingerprint == other.Fingerprint
        && one.Message == other.Message && one.Evidence.SequenceEqual(other.Evidence);

    private sealed class Nobody : CelObserver
    {
        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
        }
    }
}
