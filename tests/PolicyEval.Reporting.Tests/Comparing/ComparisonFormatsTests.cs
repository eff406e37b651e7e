using System.Text.Json;
using NJsonSchema;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Reporting.Comparing;
using PolicyEval.Reporting.Tests.Json;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Comparing;

public sealed class ComparisonFormatsTests
{
    private static readonly string SchemaText =
        File.ReadAllText(Repository.PathOf("policies", "schemas", "comparison.schema.json"));

    public static TheoryData<string> Formats => [.. ComparisonFormats.All.Select(format => format.Name)];

    [Fact]
    public void The_formats_are_these() =>
        Assert.Equal(["console", "json", "markdown"], ComparisonFormats.All.Select(format => format.Name));

    [Fact]
    public void The_sample_has_a_change_of_every_kind() =>
        Assert.All(Enum.GetValues<ChangeKind>(), kind => Assert.True(ComparedSample.Changed.Comparison.Counts.Of(kind) > 0, $"{kind}"));

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_changed_is_written(string format) =>
        Snapshot.Match(ComparedSample.Changed.Write(format), SnapshotNameExtension.Create(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void That_nothing_changed_is_written(string format) =>
        Snapshot.Match(ComparedSample.Unchanged.Write(format), SnapshotNameExtension.Create(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_names_do_nothing(string format) =>
        Snapshot.Match(ComparedSample.Hostile.Write(format), SnapshotNameExtension.Create(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_comparison_gives_the_same_bytes_with_one_line_feed_at_the_end(string format)
    {
        var text = ComparedSample.Changed.Write(format);

        Assert.Equal(text, ComparedSample.Changed.Write(format));
        Assert.Matches("[^\n]\n$", text);
        Assert.DoesNotContain('\r', text);
        Assert.NotEqual('\ufeff', text[0]);
    }

    [Fact]
    public async Task Every_document_is_valid_and_every_property_described()
    {
        foreach (var report in (ComparisonReport[])[ComparedSample.Changed, ComparedSample.Unchanged, ComparedSample.Hostile])
        {
            Assert.Empty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(report.Write("json")));
            Assert.Empty((await ClosedSchema.Of(SchemaText)).Validate(report.Write("json")));
        }
    }

    [Theory]
    [InlineData("\"change\": \"new\"", "\"change\": \"worse\"")]
    [InlineData("\"absence\": null", "\"absence\": \"nobody\"")]
    [InlineData("\"newAtGate\":", "\"newAtGates\":")]
    [InlineData("\"kind\": \"policy\"", "\"kind\": \"polity\"")]
    public async Task What_is_wrong_is_refused_by_the_schema(string old, string replacement)
    {
        var text = ComparedSample.Changed.Write("json");

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaText)).Validate(text.Replace(old, replacement, StringComparison.Ordinal)));
    }

    [Fact]
    public void Json_lists_every_change_and_counts_what_is_unchanged()
    {
        var comparison = ComparedSample.Changed.Comparison;
        using var document = JsonDocument.Parse(ComparedSample.Changed.Write("json"));
        var root = document.RootElement;

        Assert.Equal(
            comparison.Findings.Length,
            root.GetProperty("findings").GetArrayLength() + root.GetProperty("summary").GetProperty("changes").GetProperty("unchanged").GetInt32());
        Assert.Equal(1, root.GetProperty("summary").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void A_comment_stays_within_the_limit_and_counts_the_rest()
    {
        var text = ComparedSample.Many(5000).Write("markdown");

        Assert.InRange(text.Length, 10_000, 65_536);
        var shown = text.Split('\n').Count(line => line.Contains("**111122223333 u", StringComparison.Ordinal));
        Assert.Contains($"- and {5000 - shown} more\n", text, StringComparison.Ordinal);
        Assert.Contains("### New failures (5000)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_the_first_of_many() => Assert.Contains(
        "... and 4950 more (--format json lists them all)", ComparedSample.Many(5000).Write("console"), StringComparison.Ordinal);

    [Fact]
    public void Markdown_has_no_active_markup()
    {
        var text = ComparedSample.Hostile.Write("markdown");

        Assert.DoesNotMatch("<[a-z!/]", text);
        Assert.DoesNotContain("[red]", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\p{Cc}\p{Cf}-[\n]]", text);
    }
}
