using System.Text;
using System.Text.Json.Nodes;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Json;

/// <summary>A report that is read again is the result that was written, and what is none is said with its place.</summary>
public sealed class JsonReportReaderTests
{
    public static TheoryData<string> Samples => [.. Sample.Names];

    /// <summary>Those that UTF-8 can hold: half a surrogate pair is U+FFFD in JSON already.</summary>
    public static TheoryData<string> Texts => [.. Sample.Names.Where(name => name != "Hostile")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_report_written_again_has_the_same_bytes(string sample)
    {
        var written = Sample.Named(sample).Write("json");

        Assert.Equal(written, Again(written, "json"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_other_format_of_a_saved_report_is_what_the_run_wrote(string sample)
    {
        var original = Sample.Named(sample);
        foreach (var format in (string[])["console", "summary"])
            Assert.Equal(original.Write(format), Again(original.Write("json"), format));
    }

    [Fact]
    public void The_order_of_properties_and_the_white_space_do_not_matter()
    {
        var written = Sample.Normal.Write("json");
        var sorted = Sorted(JsonNode.Parse(written)!, keep: "params").ToJsonString();

        Assert.NotEqual(written, sorted);
        Assert.Equal(written, Again("\ufeff" + sorted, "json"));
    }

    [Fact]
    public void Properties_that_nobody_knows_are_passed_over()
    {
        var report = JsonNode.Parse(Sample.Normal.Write("json"))!;
        report["surprise"] = new JsonObject { ["deep"] = new JsonArray(1, "x", null) };
        report["findings"]![0]!["surprise"] = "\u202e";

        Assert.Equal(Sample.Normal.Write("json"), Again(report.ToJsonString(), "json"));
    }

    [Fact]
    public void A_report_of_the_version_before_is_read()
    {
        var report = JsonNode.Parse(Sample.Normal.Write("json"))!.AsObject();
        report["formatVersion"] = "1.2";
        report.Remove("baseline");
        report["options"]!.AsObject().Remove("maxAge");
        report["options"]!.AsObject().Remove("now");
        report["summary"]!.AsObject().Remove("knownFailures");
        foreach (var snapshot in report["snapshots"]!.AsArray())
        {
            snapshot!.AsObject().Remove("ageSeconds");
            snapshot.AsObject().Remove("tooOld");
            snapshot.AsObject().Remove("accountName");
        }

        foreach (var name in (string[])["leftOut", "populations", "accounts"])
            report.Remove(name);
        foreach (var control in report["controls"]!.AsArray())
            control!.AsObject().Remove("accounts");

        foreach (var finding in report["findings"]!.AsArray())
            finding!.AsObject().Remove("baseline");

        Assert.Equal(Sample.Normal.Write("json"), Again(report.ToJsonString(), "json"));
    }

    [Fact]
    public void A_finding_knows_the_whole_parameter_again()
    {
        var result = Read(Sample.Normal.Write("json")).Result!;

        Assert.Equal(Sample.Normal.Findings[^1].Params.AsEnumerable(), result.Findings[^1].Params);
        Assert.Equal(Sample.Normal.Header.Snapshots[0].Sources.AsEnumerable(), result.Header.Snapshots[0].Sources);
    }

    [Theory]
    [InlineData("", "1:1", "it ends too early")]
    [InlineData("[]", "1:1", "it is no JSON object")]
    [InlineData("{", "1:2", "it ends too early")]
    [InlineData("{\n  \"formatVersion\": 1,\n}", "3:1", "the JSON is wrong here")]
    [InlineData("{} {}", "1:4", "the JSON is wrong here")]
    [InlineData("{}", "1:1", "\"formatVersion\" is missing")]
    [InlineData("{\"formatVersion\": 1}", "1:19", "\"formatVersion\" must be a string")]
    [InlineData("{\"formatVersion\": \"\\ud800\"}", "1:19", "\"formatVersion\" must be text in Unicode")]
    [InlineData("{\"\\ud800\": 1}", "1:2", "a name is no text in Unicode")]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "2:2", "\"a\" stands there twice")]
    public void What_is_no_report_is_said_with_its_place(string text, string place, string why)
    {
        var wrong = Read(text).Diagnostic!;

        Assert.Equal("PE4130", wrong.Id);
        Assert.Equal($"report.json:{place}: error PE4130: this is no JSON report of policyeval evaluate: {why}", wrong.ToString());
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("1.99")]
    [InlineData("1.1")]
    [InlineData("")]
    public void Another_version_names_those_that_are_read(string version)
    {
        var wrong = Read(Changed(report => report["formatVersion"] = version)).Diagnostic!;

        Assert.Equal(("PE4140", 2, 20), (wrong.Id, wrong.Location.Line, wrong.Location.Column));
        Assert.Contains(JsonReportWriter.FormatVersion, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"outcome\": \"fail\"", "\"outcome\": \"failed\"", "\"outcome\" must be one of error, fail, incomplete, manual, not_applicable, not_assessed, pass")]
    [InlineData("\"line\": 2,", "\"line\": -2,", "\"line\" must be a whole number that is not negative")]
    [InlineData("\"line\": 2,", "\"line\": 2.5,", "\"line\" must be a whole number that is not negative")]
    [InlineData("\"line\": 2,", "\"line\": 4294967296,", "\"line\" must be a number up to 2147483647")]
    [InlineData("\"line\": 2,", "\"line\": null,", "\"line\" must be a whole number that is not negative")]
    [InlineData("\"strict\": false", "\"strict\": \"no\"", "\"strict\" must be true or false")]
    [InlineData("\"violations\": [", "\"violations\": 5, \"violation\": [", "\"violations\" must be a list")]
    [InlineData("\"waiver\": null", "\"waiver\": \"w\"", "\"waiver\" must be an object")]
    [InlineData("\"expires\": \"2026", "\"expires\": \"in 2026", "\"expires\" must be an instant such as 2026-01-31T06:00:00Z")]
    [InlineData("\"maxAgeDays\": 30", "\"maxAgeDays\": [30]", "\"maxAgeDays\" must be a string, a whole number, true or false")]
    [InlineData("\"snapshot\": \"aa", "\"snapshot\": \"ab", "\"snapshot\" must be the digest of one of \"snapshots\"")]
    [InlineData("\"set\": [", "\"set\": [7, ", "\"set\" must be a string")]
    public void A_value_of_another_form_is_said_with_its_place(string old, string replacement, string why)
    {
        var text = Sample.Normal.Write("json");
        var at = text.IndexOf(old, StringComparison.Ordinal);
        var changed = text[..at] + replacement + text[(at + old.Length)..];
        var line = text[..at].Count(c => c == '\n') + 1;

        var wrong = Read(changed).Diagnostic!;

        Assert.Equal($"this is no JSON report of policyeval evaluate: {why}", wrong.Message);
        Assert.Equal(("PE4130", line), (wrong.Id, wrong.Location.Line));
        Assert.True(wrong.Location.Column > 1);
    }

    [Fact]
    public void A_property_that_is_missing_is_said_at_its_object()
    {
        var text = Sample.Normal.Write("json");
        var at = text.IndexOf("      \"fingerprint\"", StringComparison.Ordinal);
        var wrong = Read(text[..at] + text[(text.IndexOf('\n', at) + 1)..]).Diagnostic!;

        Assert.EndsWith("\"fingerprint\" is missing here", wrong.Message, StringComparison.Ordinal);
        var finding = text[..text.IndexOf("\"findings\": [", StringComparison.Ordinal)].Count(c => c == '\n') + 2;
        Assert.Equal((finding, 5), (wrong.Location.Line, wrong.Location.Column));
    }

    [Fact]
    public void A_property_that_stands_twice_in_a_finding_is_refused()
    {
        var text = Sample.Normal.Write("json").Replace("\"reason\": \"ActiveKey\"", "\"reason\": \"x\", \"reason\": \"ActiveKey\"", StringComparison.Ordinal);

        Assert.Equal("PE4130", Read(text).Diagnostic!.Id);
    }

    [Fact]
    public void A_finding_that_was_taken_out_is_missed()
    {
        var wrong = Read(Changed(report => report["findings"]!.AsArray().RemoveAt(0))).Diagnostic!;

        Assert.Equal("PE4141", wrong.Id);
        Assert.True(wrong.Location.Line > 1);
    }

    /// <summary>Two runs are compared by them: one that was copied would hide a failure.</summary>
    [Theory]
    [InlineData("policy")]
    [InlineData("fingerprint")]
    [InlineData("resource/type")]
    [InlineData("resource/id")]
    [InlineData("resource/arn")]
    [InlineData("resource/account")]
    public void A_finding_under_the_fingerprint_of_another_is_refused(string property)
    {
        var text = Changed(report =>
        {
            var node = report["findings"]![0]!;
            var path = property.Split('/');
            var owner = path.Length == 1 ? node : node[path[0]]!;
            owner[path[^1]] = property == "fingerprint" ? report["findings"]![1]!["fingerprint"]!.DeepClone() : "other";
            if (property == "resource/id")
                owner["arn"] = null;
        });
        var wrong = Read(text).Diagnostic!;

        Assert.Equal("PE4141", wrong.Id);
        Assert.StartsWith("the fingerprint of policy, account and resource is ", wrong.Message, StringComparison.Ordinal);
        var line = text.Split('\n')[wrong.Location.Line - 1];
        Assert.StartsWith("\"fingerprint\": ", line.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Normal", "snapshots", "asOf")]
    [InlineData("Normal", "snapshots", "generatedTime")]
    [InlineData("Sealed", "snapshots", "collectedAt")]
    [InlineData("Asserted", "snapshots", "assertedAt")]
    [InlineData("Normal", "options", "asOf")]
    [InlineData("Gated", "options", "now")]
    public void A_time_that_is_none_is_said_with_its_place(string sample, string part, string name)
    {
        foreach (var time in (string[])["garbage", "", "2026-01-13", "2026-01-13T00:00:00", "2026-02-30T00:00:00Z"])
        {
            var report = JsonNode.Parse(Sample.Named(sample).Write("json"))!;
            var owner = part == "snapshots" ? report[part]![0]! : report[part]!;
            Assert.NotNull(owner[name]);
            owner[name] = time;
            var wrong = Read(report.ToJsonString(new() { WriteIndented = true })).Diagnostic!;

            Assert.Equal("PE4130", wrong.Id);
            Assert.EndsWith(
                $"\"{name}\" must be an instant such as 2026-01-31T06:00:00Z", wrong.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1.4")]
    [InlineData("")]
    [InlineData("/1.4")]
    [InlineData("cis_v130/")]
    public void A_control_of_a_finding_has_its_framework(string control)
    {
        var text = Changed(report => report["findings"]![0]!["controls"] = new JsonArray(control));
        var wrong = Read(text).Diagnostic!;

        Assert.Equal("PE4130", wrong.Id);
        Assert.EndsWith(
            "\"controls\" must be a list of FRAMEWORK/CONTROL, as in cis_v130/1.4", wrong.Message, StringComparison.Ordinal);
        Assert.Equal($"\"{control}\"", text.Split('\n')[wrong.Location.Line - 1].Trim());
    }

    [Theory]
    [InlineData("framework", "", "the name of a framework, which has no slash")]
    [InlineData("framework", "cis/v130", "the name of a framework, which has no slash")]
    [InlineData("id", "", "the name of a control")]
    public void A_control_has_a_name_that_findings_can_cite(string name, string value, string expected)
    {
        var wrong = Read(Changed(report => report["controls"]![0]![name] = value)).Diagnostic!;

        Assert.Equal("PE4130", wrong.Id);
        Assert.EndsWith($"\"{name}\" must be {expected}", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_even_where_nobody_looks()
    {
        var wrong = Read($"{{\"surprise\": {new string('[', 100_000)}").Diagnostic!;

        Assert.Equal("PE4130", wrong.Id);
    }

    [Fact]
    public void The_columns_are_utf16_units()
    {
        var wrong = Read("{\"😀é\": 1, \"formatVersion\": 1}").Diagnostic!;

        Assert.Equal("report.json:1:29", wrong.Location.ToString());
    }

    [Fact]
    public void A_report_that_is_cut_anywhere_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.Errors.Write("json"));
        for (var length = 0; length < bytes.Length - 2; length += 7)
        {
            var wrong = JsonReportReader.Replay("r", bytes.AsMemory(0, length), new ResultCollector());
            Assert.True(wrong is { Id: "PE4130", Location.Line: > 0, Location.Column: > 0 }, $"{length}: {wrong}");
        }
    }

    /// <summary>Whatever is changed, the end is a result or a diagnostic; a failure names its seed.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void A_report_that_was_changed_anywhere_is_read_or_refused(string sample)
    {
        var original = Encoding.UTF8.GetBytes(Sample.Named(sample).Write("json"));
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = original.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) == 0 ? (byte)random.Next(256) : "{}[]\",:0\\nt- "u8[random.Next(13)];
            }

            try
            {
                var wrong = JsonReportReader.Replay("r", bytes, ReportFormats.Default.Create(new MemoryStream(), ReportStyle.Plain, ReportOptions.Default));
                Assert.True(wrong is null or { Id: "PE4130" or "PE4140" or "PE4141", Location.Line: > 0, Location.Column: > 0 }, $"{wrong}");
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}: {failure}");
            }
        }
    }

    [Fact]
    public void Too_large_a_report_is_said_so()
    {
        var wrong = JsonReportReader.TooLarge("r.json");

        Assert.Equal("r.json: error PE4142: the report has more than 1073741824 bytes", wrong.ToString());
    }

    private static string Changed(Action<JsonNode> change)
    {
        var report = JsonNode.Parse(Sample.Normal.Write("json"))!;
        change(report);
        return report.ToJsonString(new() { WriteIndented = true });
    }

    private static (EvaluationResult? Result, Diagnostic? Diagnostic) Read(string text)
    {
        var collector = new ResultCollector();
        var wrong = JsonReportReader.Replay("report.json", Encoding.UTF8.GetBytes(text), collector);
        Assert.Equal(wrong is null, collector.Result is not null);
        return (collector.Result, wrong);
    }

    private static string Again(string text, string format)
    {
        using var stream = new MemoryStream();
        var sink = ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, ReportOptions.Default);
        Assert.Null(JsonReportReader.Replay("report.json", Encoding.UTF8.GetBytes(text), sink));
        (sink as IDisposable)?.Dispose();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The same document with sorted properties, but for one object whose order says something.</summary>
    private static JsonNode Sorted(JsonNode node, string keep) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(
                member.Key,
                member.Key == keep || member.Value is null ? member.Value?.DeepClone() : Sorted(member.Value, keep)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sorted(item, keep))]),
        _ => node.DeepClone(),
    };
}
