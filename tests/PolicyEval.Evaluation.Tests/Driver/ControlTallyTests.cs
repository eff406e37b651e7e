using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Driver;

public sealed class ControlTallyTests
{
    [Theory]
    [InlineData("Pass Fail Error Incomplete NotAssessed NotApplicable", "Fail")]
    [InlineData("Pass Error Incomplete NotAssessed NotApplicable", "Error")]
    [InlineData("Pass Incomplete NotAssessed NotApplicable", "Incomplete")]
    [InlineData("Incomplete NotApplicable", "Incomplete")]
    [InlineData("Pass NotAssessed NotApplicable", "NotAssessed")]
    [InlineData("NotAssessed NotApplicable", "NotAssessed")]
    [InlineData("Pass NotApplicable", "Pass")]
    [InlineData("NotApplicable", "NotApplicable")]
    [InlineData("", "NotApplicable")]
    public void The_worst_outcome_decides_in_any_order(string outcomes, string expected)
    {
        var findings = Findings(outcomes);
        Assert.Equal(expected, TallyOf(findings).Counts.RollUp.ToString());
        findings.Reverse();
        Assert.Equal(expected, TallyOf(findings).Counts.RollUp.ToString());
    }

    [Fact]
    public void A_failed_control_counts_what_could_not_be_tested()
    {
        var tally = TallyOf(Findings("Fail Incomplete Incomplete Error NotAssessed Pass"));
        Assert.Equal(Outcome.Fail, tally.Counts.RollUp);
        Assert.Equal(new OutcomeCounts(1, 1, 0, 0, 1, 2, 1, 0), tally.Counts);
    }

    [Fact]
    public void A_waiver_is_counted_and_does_not_change_the_outcome()
    {
        var tally = new ControlTally();
        foreach (var finding in Findings("Fail"))
            tally.Add(finding with { Waiver = new WaiverReference("later", "ops", "planned", "2027-01-01T00:00:00Z") });
        Assert.Equal(Outcome.Fail, tally.Counts.RollUp);
        Assert.Equal((1, 1), (tally.Counts.Fail, tally.Counts.Waived));
    }

    private static ControlTally TallyOf(List<Finding> findings)
    {
        var tally = new ControlTally();
        findings.ForEach(tally.Add);
        return tally;
    }

    private static List<Finding> Findings(string outcomes) =>
    [
        .. outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(outcome => new Finding
        {
            Policy = "p",
            Title = "P",
            Snapshot = "",
            Resource = new ResourceReference("aws.iam.user", "ann", "", ""),
            Outcome = Enum.Parse<Outcome>(outcome),
            Severity = Severity.Low,
            Fingerprint = "",
        }),
    ];
}
