using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Testing;

namespace PolicyEval.Evaluation.Tests.Testing;

/// <summary>What the tests of the bundled policies must show at least.</summary>
public sealed class BundledCasesTests
{
    // Where a policy has no match condition, a control is not applicable when there is nobody to judge.
    private static readonly Outcome[] Wanted =
        [Outcome.Pass, Outcome.Fail, Outcome.Incomplete, Outcome.NotApplicable];

    private static readonly PolicyTestLibrary Bundled = PolicyTestLibrary.Load();

    public static TheoryData<string> Policies => [.. Bundled.Library.Policies.Select(policy => policy.Name)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void There_is_a_case_of_each_outcome(string name)
    {
        var tests = Assert.Single(Bundled.Tests, tests => tests.Policy.Name == name);
        var shown = tests.Cases.SelectMany(test => test.Expected).Select(expected => expected.Outcome)
            .Concat(tests.Cases.Select(test => test.Control).OfType<Outcome>());

        Assert.Empty(Wanted.Except(shown));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Each_reason_that_a_policy_can_give_is_expected_by_a_case(string name)
    {
        var tests = Assert.Single(Bundled.Tests, tests => tests.Policy.Name == name);
        var shown = tests.Cases.SelectMany(test => test.Expected).Select(expected => expected.Reason).ToHashSet();
        var reasons = tests.Policy.MatchConditions.Select(condition => condition.Reason)
            .Concat(tests.Policy.Validations.Where(CanFail).Select(validation => validation.Reason));

        Assert.Empty(reasons.Except(shown));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_branch_is_taken_both_ways(string name)
    {
        var run = PolicyTester.Run(Bundled, PolicyTestFilter.All);
        var coverage = Assert.Single(run.Policies, policy => policy.Policy == name).Coverage;

        Assert.Empty(coverage.Uncovered);
    }

    /// <summary>What ends in <c>|| missing(…)</c> holds or is unknown, but never false.</summary>
    private static bool CanFail(PolicyValidation validation) =>
        !validation.Expression.Content.Contains("|| missing(", StringComparison.Ordinal);
}
