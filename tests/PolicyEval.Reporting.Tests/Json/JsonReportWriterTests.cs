using System.Text.Json;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Json;

public sealed class JsonReportWriterTests
{
    [Fact]
    public void An_empty_result_is_a_whole_document() => Snapshot.Match(Sample.Empty.Write("json"));

    [Fact]
    public void A_normal_result_has_every_input_and_every_finding() => Snapshot.Match(Sample.Normal.Write("json"));

    [Fact]
    public void A_baseline_and_the_age_of_evidence_are_told() => Snapshot.Match(Sample.Gated.Write("json"));

    [Fact]
    public void Hostile_names_are_exact() => Snapshot.Match(Sample.Hostile.Write("json"));

    [Fact]
    public void Errors_and_diagnostics_are_listed() => Snapshot.Match(Sample.Errors.Write("json"));

    [Fact]
    public void A_string_survives_the_way_through_json()
    {
        var evidence = Sample.Hostile.Findings[0].Evidence[0].Value;
        using var document = JsonDocument.Parse(Sample.Hostile.Write("json"));

        var value = document.RootElement.GetProperty("findings")[0].GetProperty("evidence")[0].GetProperty("value");
        // Half a surrogate pair is no text that UTF-8 can hold.
        Assert.Equal(evidence.Replace('\ud800', '\ufffd'), value.GetString());
    }

    [Fact]
    public void Findings_stand_before_controls_so_that_they_stream()
    {
        using var document = JsonDocument.Parse(Sample.Normal.Write("json"));
        var names = document.RootElement.EnumerateObject().Select(property => property.Name);

        Assert.Equal(
            ["formatVersion", "tool", "options", "frameworks", "policies", "settings", "waiverFiles", "baseline", "snapshots", "leftOut", "populations", "findings", "controls", "accounts", "waivers", "diagnostics", "summary"],
            names);
    }

    [Fact]
    public void A_finding_reaches_the_stream_before_the_end()
    {
        using var stream = new MemoryStream();
        using var writer = new Reporting.Json.JsonReportWriter(stream);
        writer.Begin(Sample.Normal.Header);
        for (var i = 0; i < 500; i++)
            writer.Add(Sample.Normal.Findings[0]);

        Assert.InRange(stream.Length, 100_000, long.MaxValue);
    }

    [Fact]
    public void Lines_end_with_lf_and_the_file_with_one()
    {
        var text = Sample.Normal.Write("json");

        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n}\n", text, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"formatVersion\": \"1.4\",\n", text, StringComparison.Ordinal);
    }
}
