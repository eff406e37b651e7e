using System.Globalization;
using Xunit.Abstractions;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>The language against the conformance tests of google/cel-spec, test by test.</summary>
public sealed class ConformanceTests(PrintedReport report, ITestOutputHelper output)
    : IClassFixture<PrintedReport>
{
    private const int Total = 1027;
    private const int MaxKnownFailures = 5;

    [ConformanceFact]
    public void All_tests_pass_but_for_those_that_are_listed_with_a_reason()
    {
        var (passed, refused, total) = (0, 0, 0);
        var failed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in ConformanceFolder.Files())
        {
            var cases = ConformanceCase.ReadFile(path);
            var faults = cases
                .Select(test => (test.Id, Fault: ConformanceRun.FaultOf(test)))
                .Where(result => result.Fault is not null)
                .ToArray();
            foreach (var (id, fault) in faults)
                failed.Add(id, fault!);

            var early = cases.Count(ConformanceRun.IsRefusal);
            var file = Path.GetFileNameWithoutExtension(path);
            Print($"CEL conformance {file,-15} {cases.Length - faults.Length,4} of {cases.Length,4}, refused {early}");
            passed += cases.Length - faults.Length;
            refused += early;
            total += cases.Length;
        }

        Print($"CEL conformance {"all",-15} {passed,4} of {total,4}, refused {refused}");
        var unlisted = failed.Where(fault => !ConformanceKnownFailures.Reasons.ContainsKey(fault.Key));
        var fixedSince = ConformanceKnownFailures.Reasons.Keys.Where(id => !failed.ContainsKey(id));
        AssertNone(unlisted.Select(fault => $"{fault.Key}: {fault.Value}"));
        AssertNone(fixedSince.Select(id => $"{id}: passes now, so it is to leave the list"));
        Assert.InRange(ConformanceKnownFailures.Reasons.Count, 0, MaxKnownFailures);
        Assert.Equal(Total, total);
    }

    [ConformanceFact]
    public void Checked_and_unchecked_runs_agree() =>
        AssertAgreement("checked = unchecked", t => t is { IsChecked: true }, ConformanceRun.DisagreementOf);

    [ConformanceFact]
    public void An_observer_changes_no_value() =>
        AssertAgreement("observed = at full speed", _ => true, ConformanceRun.ObservedDifferenceOf);

    private void AssertAgreement(
        string what, Func<ConformanceCase, bool> isMeant, Func<ConformanceCase, string?> differenceOf)
    {
        var cases = ConformanceFolder.Files().SelectMany(ConformanceCase.ReadFile)
            .Where(test => !test.IsCheckOnly && isMeant(test)).ToArray();
        var differences = cases
            .Select(test => (test.Id, Fault: differenceOf(test)))
            .Where(result => result.Fault is not null)
            .Select(result => $"{result.Id}: {result.Fault}")
            .ToArray();

        Print($"CEL conformance {what} in {cases.Length - differences.Length} of {cases.Length}");
        Assert.NotEmpty(cases);
        AssertNone(differences);
    }

    // Unlike Assert.Empty this shows all of them.
    private static void AssertNone(IEnumerable<string> faults)
    {
        var lines = faults.ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }

    private void Print(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(text);
        report.Print(text);
    }
}
