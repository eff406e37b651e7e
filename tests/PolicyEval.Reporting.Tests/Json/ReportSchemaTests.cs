using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Json;

public sealed class ReportSchemaTests
{
    private static readonly string SchemaText =
        File.ReadAllText(Repository.PathOf("policies", "schemas", "report.schema.json"));

    public static TheoryData<string> Samples => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_report_is_valid(string sample) =>
        Assert.Empty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(Sample.Named(sample).Write("json")));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_property_that_is_written_is_described(string sample) =>
        Assert.Empty((await ClosedSchema.Of(SchemaText)).Validate(Sample.Named(sample).Write("json")));

    [Theory]
    [InlineData("formatVersion")]
    [InlineData("tool")]
    [InlineData("findings")]
    [InlineData("summary")]
    [InlineData("waivers")]
    [InlineData("waiverFiles")]
    [InlineData("settings")]
    public Task A_missing_property_is_refused(string name) => Refuses(report => report.AsObject().Remove(name));

    [Theory]
    [InlineData("policy")]
    [InlineData("outcome")]
    [InlineData("evidence")]
    [InlineData("waiver")]
    [InlineData("params")]
    [InlineData("resource")]
    public Task A_finding_without_a_property_is_refused(string name) =>
        Refuses(report => report["findings"]![0]!.AsObject().Remove(name));

    [Fact]
    public Task An_outcome_of_another_spelling_is_refused() =>
        Refuses(report => report["findings"]![0]!["outcome"] = "notApplicable");

    [Fact]
    public Task A_line_zero_is_refused() =>
        Refuses(report => report["findings"]![0]!["evidence"]![0]!["line"] = 0);

    [Fact]
    public Task A_digest_in_capitals_is_refused() =>
        Refuses(report => report["snapshots"]![0]!["digest"] = new string('A', 64));

    [Fact]
    public Task A_control_id_that_is_a_number_is_refused() =>
        Refuses(report => report["controls"]![0]!["id"] = 1.1);

    [Fact]
    public Task An_unknown_format_version_is_refused() => Refuses(report => report["formatVersion"] = "2.0");

    [Fact]
    public async Task The_closed_schema_refuses_an_unknown_property()
    {
        var report = JsonNode.Parse(Sample.Normal.Write("json"))!;
        report["findings"]![0]!["surprise"] = 1;

        Assert.NotEmpty((await ClosedSchema.Of(SchemaText)).Validate(report.ToJsonString()));
    }

    private static async Task Refuses(Action<JsonNode> change)
    {
        var report = JsonNode.Parse(Sample.Normal.Write("json"))!;
        change(report);
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(report.ToJsonString()));
    }
}
