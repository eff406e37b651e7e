using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>The language against the conformance data of cel-spec: prints passed and total of each file.</summary>
public class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>The files of the language proper, and those of extensions, which are only counted.</summary>
    private static readonly string[] Core =
    [
        "basic", "comparisons", "conversions", "fields", "fp_math", "integer_math", "lists", "logic", "macros",
        "namespace", "parse", "plumbing", "string", "timestamps", "type_deduction",
    ];

    /// <summary>What needs extensions: optional types. May only shrink.</summary>
    private static readonly string[] NotSupported =
    [
        "type_deduction/flexible_type_parameter_assignment/optional_none",
        "type_deduction/flexible_type_parameter_assignment/optional_none_2",
        "type_deduction/flexible_type_parameter_assignment/optional_dyn_promotion_2",
        "type_deduction/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate",
    ];

    [ConformanceFact]
    public void The_core_of_the_language_conforms()
    {
        var failures = new List<string>();
        var (passed, total) = (0, 0);
        foreach (var file in Core)
        {
            var cases = Read(file);
            var failed = cases.Select(c => (c.Id, Failure: c.Run())).Where(c => c.Failure is not null).ToArray();
            failures.AddRange(failed.Where(f => !NotSupported.Contains(f.Id)).Select(f => $"{f.Id}: {f.Failure}"));
            passed += cases.Length - failed.Length;
            total += cases.Length;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {cases.Length - failed.Length} of {cases.Length}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"core: {passed} of {total}"));
        Assert.Empty(failures);
    }

    private static ConformanceCase[] Read(string file)
    {
        using var stream = File.OpenRead(Path.Combine(ConformanceFolder.Path, file + ".json"));
        var json = JsonDocument.Parse(stream).RootElement;
        return
        [
            .. json.GetProperty("section").EnumerateArray()
                .SelectMany(s => s.GetProperty("tests").EnumerateArray()).Select(t => new ConformanceCase(t)),
        ];
    }
}
