using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Testing.Results;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Compares the findings of a case with what it expects.</summary>
internal sealed class ExpectationMatcher
{
    /// <summary>What stands for a finding that is not there.</summary>
    public const string NoFinding = "none";

    private readonly TestCase _test;
    private readonly List<Finding> _left;
    private readonly Outcome _control;
    private readonly ImmutableArray<TestMismatch>.Builder _mismatches = ImmutableArray.CreateBuilder<TestMismatch>();

    private ExpectationMatcher(TestCase test, FindingList findings)
    {
        _test = test;
        _left = [.. findings.Findings];
        _control = findings.Control;
    }

    /// <summary>
    /// All that differs. An expectation that names a resource takes its finding, the others what is left, in order.
    /// </summary>
    public static ImmutableArray<TestMismatch> Compare(TestCase test, FindingList findings)
    {
        var matcher = new ExpectationMatcher(test, findings);
        matcher.Match();
        return matcher._mismatches.ToImmutable();
    }

    private void Match()
    {
        foreach (var expected in _test.Expected.Where(e => e.Resource is not null))
            Take(expected, _left.Find(f => f.Resource.Id == expected.Resource));
        foreach (var expected in _test.Expected.Where(e => e.Resource is null))
            Take(expected, _left.FirstOrDefault());

        // Who expects no finding of a resource need not say that there is none.
        foreach (var surplus in _left.Where(finding => !finding.ShowsNone))
        {
            var actual = OutcomeNames.Of(surplus.Outcome);
            _mismatches.Add(new(_test.Location, surplus.Resource.Id, "finding", NoFinding, actual));
        }
        if (_test.Control is { } control && control != _control)
            _mismatches.Add(new(_test.Location, "", "control", OutcomeNames.Of(control), OutcomeNames.Of(_control)));
    }

    private void Take(TestExpectation expected, Finding? finding)
    {
        if (finding is null)
        {
            _mismatches.Add(new(
                expected.Location, expected.Resource ?? "", "finding", OutcomeNames.Of(expected.Outcome), NoFinding));
            return;
        }
        _left.Remove(finding);
        Compare("outcome", OutcomeNames.Of(expected.Outcome), OutcomeNames.Of(finding.Outcome));
        Compare("reason", expected.Reason, finding.Reason);
        Compare("message", expected.Message, finding.Message);
        CompareAll("violations", expected.Violations, finding.Violations.Select(v => v.Reason));
        CompareAll("evidence", expected.Evidence, finding.Evidence.Select(c => c.Field));
        CompareAll("missing", expected.Missing, finding.Missing.Select(m => m.Field));

        void CompareAll(string what, ImmutableArray<string>? wanted, IEnumerable<string> actual) =>
            Compare(what, wanted is { } list ? ListText(list) : null, ListText(actual));

        void Compare(string what, string? wanted, string actual)
        {
            if (wanted is not null && wanted != actual)
                _mismatches.Add(new(expected.Location, finding.Resource.Id, what, wanted, actual));
        }
    }

    private static string ListText(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
