using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;
using PolicyEval.Reporting.Tests.Json;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Explaining;

public sealed class ExplanationSchemaTests
{
    private static readonly string SchemaText =
        File.ReadAllText(Repository.PathOf("policies", "schemas", "explanation.schema.json"));

    [Theory]
    [InlineData("neglected", "access-key-rotation")]
    [InlineData("odd-cells", "root-access-key-absent")]
    [InlineData("hostile", "everything")]
    [InlineData("hostile", "credentials-unused")]
    public async Task Every_explanation_is_valid_and_described_whole(string snapshot, string policy)
    {
        var json = ExplainedSample.Json(ExplainedSample.Of(snapshot, policy));

        Assert.Empty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(json));
        Assert.Empty((await ClosedSchema.Of(SchemaText)).Validate(json));
    }

    [Theory]
    [InlineData("valueKind", "boolean")]
    [InlineData("kind", "field_of")]
    [InlineData("text", 1)]
    public async Task A_node_of_another_spelling_is_refused(string property, object value)
    {
        var json = JsonNode.Parse(ExplainedSample.Json(ExplainedSample.Of("neglected", "access-key-rotation")))!;
        json["explained"]![0]!["resources"]![0]!["rules"]![0]!["tree"]![property] = JsonValue.Create(value);

        Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(json.ToJsonString()));
    }

    [Fact]
    public void Every_kind_of_node_and_value_is_in_the_schema()
    {
        var node = JsonNode.Parse(SchemaText)!["definitions"]!["node"]!["properties"]!;

        Assert.Equal(Words<CelNodeKind>(), Names(node["kind"]!));
        Assert.Equal(Words<CelKind>(), Names(node["valueKind"]!));
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonNode property) =>
        property["enum"]!.AsArray().OfType<JsonValue>().Select(v => v.GetValue<string>()).Order(StringComparer.Ordinal);

    /// <summary>What both documents hold has one shape.</summary>
    [Fact]
    public void Findings_are_described_as_in_a_report()
    {
        var report = JsonNode.Parse(File.ReadAllText(Repository.PathOf("policies", "schemas", "report.schema.json")))!;
        var own = JsonNode.Parse(SchemaText)!;

        foreach (var name in new[] { "finding", "cell", "counts", "param", "diagnostic", "waiver", "inputFile" })
            Assert.True(JsonNode.DeepEquals(report["definitions"]![name], own["definitions"]![name]), name);
        foreach (var name in new[] { "tool", "options", "frameworks", "policies", "settings", "waiverFiles", "snapshots", "diagnostics" })
            Assert.True(JsonNode.DeepEquals(report["properties"]![name], own["properties"]![name]), name);
    }
}
