using NJsonSchema;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Reporting.Periods;
using PolicyEval.Reporting.Tests.Json;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Periods;

public sealed class PeriodFormatsTests
{
    private static readonly string SchemaText =
        File.ReadAllText(Repository.PathOf("policies", "schemas", "period.schema.json"));

    public static TheoryData<string> Formats => [.. PeriodFormats.All.Select(format => format.Name)];

    [Fact]
    public void The_formats_are_these() => Assert.Equal(["console", "json"], PeriodFormats.All.Select(format => format.Name));

    [Fact]
    public void The_sample_has_everything_that_can_happen()
    {
        Assert.All(Enum.GetValues<EpisodeState>(), state => Assert.Contains(PeriodSample.Eventful.Episodes, e => e.State == state));
        Assert.All(Enum.GetValues<DayState>(), state => Assert.Contains(state, PeriodSample.Eventful.Accounts[0].Days));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_period_is_written(string format) =>
        Snapshot.Match(PeriodSample.Eventful.Write(format), SnapshotNameExtension.Create(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_names_do_nothing(string format) =>
        Snapshot.Match(PeriodSample.Hostile.Write(format), SnapshotNameExtension.Create(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_period_gives_the_same_bytes_with_one_line_feed_at_the_end(string format)
    {
        var text = PeriodSample.Eventful.Write(format);

        Assert.Equal(text, PeriodSample.Eventful.Write(format));
        Assert.Matches("[^\n]\n$", text);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public async Task Every_document_is_valid_and_every_property_described()
    {
        foreach (var report in (PeriodReport[])[PeriodSample.Eventful, PeriodSample.Hostile])
        {
            Assert.Empty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(report.Write("json")));
            Assert.Empty((await ClosedSchema.Of(SchemaText)).Validate(report.Write("json")));
        }
    }

    [Theory]
    [InlineData("\"state\": \"fixed\"", "\"state\": \"mended\"")]
    [InlineData("\"state\": \"none\"", "\"state\": \"\"")]
    [InlineData("\"firstSeen\":", "\"firstSeem\":")]
    [InlineData("\"secondsToFix\": null", "\"secondsToFix\": -1")]
    public async Task What_is_wrong_is_refused_by_the_schema(string old, string replacement)
    {
        var text = PeriodSample.Eventful.Write("json");

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(text.Replace(old, replacement, StringComparison.Ordinal)));
    }
}
