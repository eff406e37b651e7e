using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyEval.Reporting.Tests.Json;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Catalogues;

public sealed class CatalogueSchemaTests
{
    private static readonly string SchemaText =
        File.ReadAllText(Repository.PathOf("policies", "schemas", "catalogue.schema.json"));

    [Fact]
    public async Task Every_catalogue_is_valid_and_described_whole()
    {
        foreach (var json in new[] { CatalogueSample.Json(CatalogueSample.Of()), CatalogueSample.Json(CatalogueSample.Bundled()) })
        {
            Assert.Empty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(json));
            Assert.Empty((await ClosedSchema.Of(SchemaText)).Validate(json));
        }
    }

    [Theory]
    [InlineData("coverage", "undecided")]
    [InlineData("assessment", "scored")]
    [InlineData("id", 1.1)]
    public async Task A_control_of_another_form_is_refused(string property, object value)
    {
        var json = JsonNode.Parse(CatalogueSample.Json(CatalogueSample.Of()))!;
        json["frameworks"]![0]!["controls"]![0]![property] = JsonValue.Create(value);

        Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(json.ToJsonString()));
    }

    [Fact]
    public void What_reports_have_too_has_one_shape()
    {
        var report = JsonNode.Parse(File.ReadAllText(Repository.PathOf("policies", "schemas", "report.schema.json")))!;
        var own = JsonNode.Parse(SchemaText)!;

        foreach (var name in new[] { "sha256", "severity" })
            Assert.True(JsonNode.DeepEquals(report["definitions"]![name], own["definitions"]![name]), name);
        foreach (var name in new[] { "tool", "formatVersion" })
            Assert.True(JsonNode.DeepEquals(report["properties"]![name], own["properties"]![name]), name);
    }
}
