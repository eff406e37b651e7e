using System.Globalization;
using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

/// <summary>
/// <c>policyeval recheck</c> on all samples: one cell, one outcome or one policy that is changed is noticed, and the
/// findings that it is about are named.
/// </summary>
public sealed class RecheckSamplesTests : IDisposable
{
    private static readonly string[] Samples = ["well-kept", "neglected", "odd-cells", "sealed"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Each sample with each outcome that its findings have.</summary>
    public static TheoryData<string, string> Outcomes => new()
    {
        { "well-kept", "pass" },
        { "well-kept", "not_applicable" },
        { "neglected", "pass" },
        { "neglected", "fail" },
        { "neglected", "not_applicable" },
        { "odd-cells", "pass" },
        { "odd-cells", "fail" },
        { "odd-cells", "incomplete" },
        { "odd-cells", "not_applicable" },
        { "sealed", "pass" },
        { "sealed", "fail" },
        { "sealed", "not_applicable" },
    };

    public static TheoryData<string> Names => [.. Samples];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void A_changed_cell_is_named_with_its_finding(string sample, string outcome)
    {
        var (file, report) = Evaluate(PathOf(sample));
        var finding = First(report, outcome);
        var cell = CellsOf(finding).Last();
        cell["value"] = (string?)cell["value"] + "x";

        var output = Recheck(file, report, PathOf(sample));

        Assert.Contains($"{SubjectOf(finding)}: {PlaceOf(cell)} has another value", output, StringComparison.Ordinal);
        Assert.Contains($"{Others(report, 1)} findings re-derived, byte-identical", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void A_changed_outcome_is_named_with_its_finding(string sample, string outcome)
    {
        var (file, report) = Evaluate(PathOf(sample));
        var finding = First(report, outcome);
        var other = outcome == "fail" ? "pass" : "fail";
        finding["outcome"] = other;
        var counts = report["summary"]!["findings"]!;
        counts[outcome] = (int)counts[outcome]! - 1;
        counts[other] = (int)counts[other]! + 1;
        report["summary"]!["gateFailures"] = (int)report["summary"]!["gateFailures"]! + (other == "fail" ? 1 : -1);

        var output = Recheck(file, report, PathOf(sample));

        Assert.Contains(
            $"{SubjectOf(finding)}: the report says {other}, derived is {outcome}", output, StringComparison.Ordinal);
        Assert.Contains($"{Others(report, 1)} findings re-derived, byte-identical", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_policy_is_named_with_all_its_findings(string sample)
    {
        const string name = "credentials-unused";
        var text = File.ReadAllText(Repository.PathOf("policies", "iam", $"{name}.yaml"));
        _folder.Write($"policies/{name}.yaml", text);
        string[] policies = ["--policies", _folder.PathOf("policies")];
        var (file, report) = Evaluate([PathOf(sample), .. policies]);
        Assert.Equal(0, CliRun.Of(["recheck", file, PathOf(sample), .. policies]).ExitCode);

        var changed = text.Replace("default: 90", "default: 91", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        _folder.Write($"policies/{name}.yaml", changed);
        var output = Recheck(file, report, [PathOf(sample), .. policies]);

        var findings = report["findings"]!.AsArray().Where(finding => (string?)finding!["policy"] == name).ToList();
        Assert.NotEmpty(findings);
        Assert.Contains(
            $"policy {name}: the report was made with it, and what is given has other content", output, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.Contains(
            $"{SubjectOf(finding!)}: its policy has other content than the report was made with", output, StringComparison.Ordinal));
        Assert.Contains($"{Others(report, findings.Count)} findings re-derived", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("well-kept", "2026-03-01T06:12:45Z")]
    [InlineData("neglected", "2026-03-01T06:12:45Z")]
    [InlineData("odd-cells", "2026-03-01T00:00:00Z")]
    public void A_changed_cell_of_the_evidence_is_named_with_its_findings(string sample, string asOf)
    {
        var text = File.ReadAllText(Path.Combine(PathOf(sample), "credential-report.csv"));
        var csv = _folder.Write("credential-report.csv", text);
        var (file, report) = Evaluate(csv, "--as-of", asOf);
        var finding = report["findings"]!.AsArray().Last(each => (string?)each!["outcome"] == "pass")!;
        var cell = CellsOf(finding)[0];
        var lines = text.Split('\n');
        var (line, column) = ((int)cell["line"]! - 1, (int)cell["column"]! - 1);
        var value = (string)cell["value"]!;
        Assert.Equal(value, lines[line][column..(column + value.Length)]);
        var other = value == "N/A" ? "no_information" : "N/A";
        lines[line] = lines[line][..column] + other + lines[line][(column + value.Length)..];
        _folder.Write("credential-report.csv", string.Join('\n', lines));

        var output = Recheck(file, report, csv);

        // The file has another digest, so that nothing that is cited from it stands any more; other rows are not named.
        Assert.Contains("snapshot credential-report.csv: the report was made with it", output, StringComparison.Ordinal);
        Assert.Contains($"{SubjectOf(finding)}: {PlaceOf(cell)} has another value", output, StringComparison.Ordinal);
        Assert.DoesNotContain(SubjectOf(First(report, "pass")), output, StringComparison.Ordinal);
        Assert.Contains("\n0 of ", output, StringComparison.Ordinal);
        var findings = report["findings"]!.AsArray().Count;
        Assert.Contains($"\n{Others(report, findings)} findings re-derived", output, StringComparison.Ordinal);
    }

    /// <summary>The seal is broken before anything is compared.</summary>
    [Fact]
    public void A_changed_cell_of_sealed_evidence_is_refused()
    {
        var (file, _) = Evaluate(PathOf("sealed"));
        var copy = _folder.PathOf("sealed");
        foreach (var source in Directory.EnumerateFiles(PathOf("sealed"), "*", SearchOption.AllDirectories))
            _folder.Write(Path.Combine("sealed", Path.GetRelativePath(PathOf("sealed"), source)), File.ReadAllBytes(source));
        Assert.Equal(0, CliRun.Of("recheck", file, copy).ExitCode);
        var csv = Path.Combine(copy, "data", "credential-report.csv");
        File.WriteAllText(csv, File.ReadAllText(csv).Replace(",true,", ",false,", StringComparison.Ordinal));

        var run = CliRun.Of("recheck", file, copy);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("credential-report.csv", run.Error, StringComparison.Ordinal);
    }

    private static string PathOf(string sample) => Repository.PathOf("snapshots", sample);

    private (string File, JsonNode Report) Evaluate(params string[] arguments)
    {
        var file = _folder.PathOf("report.json");
        CliRun.Of(["evaluate", .. arguments, "--format", $"json={file}"]);
        return (file, JsonNode.Parse(File.ReadAllText(file))!);
    }

    /// <summary>Checks a report that differs, and gives what is said without the breaks of its lines.</summary>
    private static string Recheck(string file, JsonNode report, params string[] arguments)
    {
        File.WriteAllText(file, report.ToJsonString());
        var run = CliRun.Of(["recheck", file, .. arguments]);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("The report does NOT follow from the evidence", run.Output, StringComparison.Ordinal);
        return run.Output.Replace("\n  ", " ", StringComparison.Ordinal);
    }

    private static JsonNode First(JsonNode report, string outcome) => report["findings"]!.AsArray().First(finding =>
        (string?)finding!["outcome"] == outcome && CellsOf(finding).Length > 0)!;

    /// <summary>The cells that a finding rests on, or that were of no use to it.</summary>
    private static JsonNode[] CellsOf(JsonNode finding) =>
    [
        .. finding["evidence"]!.AsArray().Select(cell => cell!),
        .. finding["missing"]!.AsArray().Select(missing => missing!["cell"]).OfType<JsonNode>(),
    ];

    private static string SubjectOf(JsonNode finding) =>
        $"{finding["policy"]} {finding["resource"]!["id"]} ({finding["fingerprint"]})";

    private static string PlaceOf(JsonNode cell) => $"{cell["file"]}:{cell["line"]}:{cell["column"]}";

    private static string Others(JsonNode report, int changed)
    {
        var all = report["findings"]!.AsArray().Count;
        return string.Create(CultureInfo.InvariantCulture, $"{all - changed} of {all}");
    }
}
