using System.Globalization;
using Xunit.Abstractions;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>
/// The language against the conformance tests of google/cel-spec. The core files are asserted test by test; the files
/// of extensions are counted.
/// </summary>
public sealed class ConformanceTests(ConformanceReport report, ITestOutputHelper output)
    : IClassFixture<ConformanceReport>
{
    private const int CoreTotal = 671;
    private const int CorePassedAtLeast = 600;

    private static readonly string[] CoreFiles =
    [
        "basic", "comparisons", "conversions", "fields", "fp_math", "integer_math", "lists", "logic", "macros",
        "namespace", "parse", "plumbing", "string", "timestamps", "type_deduction",
    ];

    [ConformanceFact]
    public void Core_tests_pass_but_for_those_that_are_listed_with_a_reason()
    {
        var (passed, total) = (0, 0);
        var failed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in CoreFiles)
        {
            var cases = ConformanceCase.ReadFile(Path.Combine(ConformanceFolder.Path!, file + ".json"));
            var faults = cases
                .Select(test => (test.Id, Fault: ConformanceRun.FaultOf(test)))
                .Where(result => result.Fault is not null)
                .ToArray();
            foreach (var (id, fault) in faults)
                failed.Add(id, fault!);
            Print($"CEL conformance {file,-15} {cases.Length - faults.Length,3} of {cases.Length,3}");
            passed += cases.Length - faults.Length;
            total += cases.Length;
        }

        Print($"CEL conformance {"core",-15} {passed,3} of {total,3}");
        var unlisted = failed.Where(fault => !ConformanceKnownFailures.Reasons.ContainsKey(fault.Key));
        var fixedSince = ConformanceKnownFailures.Reasons.Keys.Where(id => !failed.ContainsKey(id));
        AssertNone(unlisted.Select(fault => $"{fault.Key}: {fault.Value}"));
        AssertNone(fixedSince.Select(id => $"{id}: passes now, so it is to leave the list"));
        Assert.Equal(CoreTotal, total);
        Assert.True(passed >= CorePassedAtLeast);
    }

    [ConformanceFact]
    public void Checked_and_unchecked_runs_agree()
    {
        var cases = CoreFiles
            .SelectMany(file => ConformanceCase.ReadFile(Path.Combine(ConformanceFolder.Path!, file + ".json")))
            .Where(test => test is { IsChecked: true, IsCheckOnly: false })
            .ToArray();
        var disagreements = cases
            .Select(test => (test.Id, Fault: ConformanceRun.DisagreementOf(test)))
            .Where(result => result.Fault is not null)
            .Select(result => $"{result.Id}: {result.Fault}")
            .ToArray();

        Print($"CEL conformance checked = unchecked in {cases.Length - disagreements.Length} of {cases.Length}");
        Assert.NotEmpty(cases);
        AssertNone(disagreements);
    }

    [ConformanceFact]
    public void Extension_files_are_counted()
    {
        var others = Directory.EnumerateFiles(ConformanceFolder.Path!, "*.json")
            .Where(path => !CoreFiles.Contains(Path.GetFileNameWithoutExtension(path)))
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var path in others)
        {
            var cases = ConformanceCase.ReadFile(path);
            var passed = cases.Count(test => ConformanceRun.FaultOf(test) is null);
            Assert.InRange(passed, 0, cases.Length);
            var file = Path.GetFileNameWithoutExtension(path);
            Print($"CEL conformance {file,-15} {passed,3} of {cases.Length,3} (extension)");
        }
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
