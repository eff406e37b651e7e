using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using PolicyEval.Evaluation;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>
/// The ids by which receivers replace an earlier finding by a later one, where frameworks judge one resource by one
/// policy with different parameters. At this instant there are users who were away for longer than 45 days, and for
/// less than 90.
/// </summary>
public sealed class ReportIdsTests
{
    private static readonly ImmutableArray<string> Frameworks = ["cis_v130", "cis_v700", "aws_fsbp"];

    [Fact]
    public void A_fingerprint_has_findings_of_different_outcome() =>
        Assert.NotEmpty(Contradictions(Ids("json", Frameworks)));

    [Theory]
    [InlineData("asff")]
    [InlineData("ocsf")]
    [InlineData("ocsf event")]
    [InlineData("sarif")]
    [InlineData("sarif for GitHub")]
    [InlineData("oscal")]
    public void No_id_has_two_outcomes(string ids)
    {
        var all = Ids(ids, Frameworks);

        Assert.Contains(all, finding => IsFailure(finding.Outcome));
        Assert.Empty(Contradictions(all));
        Assert.Empty(Contradictions(Ids(ids, ["aws_fsbp"])));
    }

    [Theory]
    [InlineData("asff")]
    [InlineData("ocsf")]
    [InlineData("ocsf event")]
    [InlineData("sarif")]
    [InlineData("sarif for GitHub")]
    public void An_id_is_the_same_whichever_other_frameworks_are_asked_for(string ids)
    {
        var together = Ids(ids, Frameworks).Distinct().Order();
        var backwards = Ids(ids, [.. Frameworks.Reverse()]).Distinct().Order();
        var alone = Frameworks.SelectMany(name => Ids(ids, [name])).Distinct().Order();

        Assert.Equal(together, alone);
        Assert.Equal(together, backwards);
    }

    [Theory]
    [InlineData("asff")]
    [InlineData("ocsf")]
    [InlineData("sarif")]
    [InlineData("oscal")]
    public void A_saved_report_gives_the_same_ids(string format)
    {
        using var stream = new MemoryStream();
        var sink = ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, ReportOptions.Default);
        Assert.Null(JsonReportReader.Replay("report.json", Report("json", Frameworks), sink));
        (sink as IDisposable)?.Dispose();

        Assert.Equal(Encoding.UTF8.GetString(Report(format, Frameworks)), Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static IEnumerable<string> Contradictions(IEnumerable<(string Id, string Outcome)> findings) =>
        findings.Distinct().GroupBy(finding => finding.Id).Where(same => same.Count() > 1).Select(same => same.Key);

    private static bool IsFailure(string outcome) => outcome.Equals("fail", StringComparison.OrdinalIgnoreCase)
        || outcome == "FAILED";

    private static (string Id, string Outcome)[] Ids(string ids, ImmutableArray<string> frameworks)
    {
        var report = Encoding.UTF8.GetString(Report(ids.Split(' ')[0], frameworks));
        return ids switch
        {
            "asff" => [.. Of(report).AsArray().Select(f => (Text(f, "Id"), Text(f!["Compliance"], "Status")))],
            "ocsf" => [.. Events(report).Select(e => (Text(e["finding_info"], "uid"), Text(e, "status_code")))],
            "ocsf event" => [.. Events(report).Select(e => (Text(e["metadata"], "uid"), Text(e, "status_code")))],
            "sarif" => [.. Results(report, "policyeval/v1")],
            "sarif for GitHub" => [.. Results(report, "primaryLocationLineHash")],
            "oscal" => [.. Observations(report)],
            _ => [.. Of(report)["findings"]!.AsArray().Select(f => (Text(f, "fingerprint"), Text(f, "outcome")))],
        };
    }

    private static IEnumerable<JsonNode> Events(string report) =>
        report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Of);

    private static IEnumerable<(string Id, string Outcome)> Results(string report, string method) =>
        Of(report)["runs"]![0]!["results"]!.AsArray()
            .Select(result => (Text(result!["partialFingerprints"], method), Text(result, "kind")));

    private static IEnumerable<(string Id, string Outcome)> Observations(string report) =>
        Of(report)["assessment-results"]!["results"]![0]!["observations"]!.AsArray().Select(observation => (
            Text(observation, "uuid"),
            Text(observation!["props"]!.AsArray().First(prop => Text(prop, "name") == "outcome"), "value")));

    private static JsonNode Of(string text) => JsonNode.Parse(text)!;

    private static string Text(JsonNode? node, string name) => (string)node![name]!;

    private static byte[] Report(string format, ImmutableArray<string> frameworks) => RepositorySample.Bytes(
        "neglected",
        format,
        new EvaluationRequest { ToolVersion = "0.1.0", Frameworks = [.. frameworks], Policies = [], AsOf = "2026-04-20" });
}
