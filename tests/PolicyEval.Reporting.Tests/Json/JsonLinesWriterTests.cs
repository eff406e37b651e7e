using System.Text.Json.Nodes;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Json;

public sealed class JsonLinesWriterTests
{
    [Fact]
    public void It_looks_like_this() => Snapshot.Match(Sample.Hostile.Write("jsonl"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_lines_together_are_the_document(string sample)
    {
        var lines = LinesOf(sample);

        var together = new JsonObject();
        foreach (var (name, value) in lines[0].Where(p => p.Key != "type"))
            together.Add(name, value?.DeepClone());
        together.Add("findings", new JsonArray([.. lines[1..^1].Select(line =>
        {
            var finding = line.DeepClone().AsObject();
            finding.Remove("type");
            return (JsonNode)finding;
        })]));
        foreach (var (name, value) in lines[^1].Where(p => p.Key is not ("type" or "count")))
            together.Add(name, value?.DeepClone());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.Named(sample).Write("json")), together));
    }

    [Fact]
    public void The_last_line_counts_the_findings()
    {
        var lines = LinesOf("Normal");

        Assert.Equal(
            ["header", .. Enumerable.Repeat("finding", lines.Count - 2), "summary"],
            lines.Select(line => (string?)line["type"]));
        Assert.Equal(lines.Count - 2, (int?)lines[^1]["count"]);
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];

    private static List<JsonObject> LinesOf(string sample)
    {
        var text = Sample.Named(sample).Write("jsonl");
        Assert.EndsWith("}\n", text);
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject())];
    }
}
