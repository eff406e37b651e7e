using System.Globalization;
using System.IO.Compression;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Parquet;
using PolicyEval.Reporting.Rows;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>What other readers find in the file is what the CSV and JSON reports say.</summary>
public sealed class ParquetReportWriterTests
{
    private const string AllRows = "SELECT * FROM 'results.parquet'";

    public static TheoryData<string> Samples() => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_cell_is_that_of_the_CSV_report(string sample) => CsvAgreement.AssertSame(
        Sample.Named(sample).Write("csv"), (await ParquetTable.Read(Sample.Named(sample).WriteBytes("parquet"))).Rows);

    [DuckTheory]
    [MemberData(nameof(Samples))]
    public void DuckDB_reads_the_same(string sample) =>
        CsvAgreement.AssertSame(Sample.Named(sample).Write("csv"), DuckTable.Query(Sample.Named(sample).WriteBytes("parquet"), AllRows));

    [Theory]
    [InlineData("neglected")]
    [InlineData("odd-cells")]
    [InlineData("sealed")]
    public async Task A_whole_snapshot_has_the_cells_of_its_CSV_report(string snapshot)
    {
        var table = await ParquetTable.Read(RepositorySample.Bytes(snapshot, "parquet"));

        CsvAgreement.AssertSame(RepositorySample.Write(snapshot, "csv"), table.Rows);
    }

    [Fact]
    public async Task Fifty_thousand_findings_have_the_cells_of_the_CSV_report()
    {
        using var stream = new MemoryStream();
        LargeSample.Write("parquet", stream);
        var table = await ParquetTable.Read(stream.ToArray());

        Assert.Equal(LargeSample.Count, table.Rows.Count);
        var csv = LargeSample.Write("csv");
        CsvAgreement.AssertSame(csv, table.Rows);
        Assert.InRange(stream.Length, 1, csv.Length / 10);
    }

    [DuckTheory]
    [InlineData("count(*)", 50_000)]
    [InlineData("count(DISTINCT fingerprint)", 50_000)]
    [InlineData("count(*) FILTER (outcome = 'fail')", 10_000)]
    [InlineData("count(*) FILTER (resource >= 'user-49001')", 1_000)]
    [InlineData("count(*) FILTER (as_of = TIMESTAMPTZ '2026-01-10 00:00:00Z')", 50_000)]
    [InlineData("min(line)", 3)]
    [InlineData("max(line)", 50_002)]
    [InlineData("count(exception)", 0)]
    public void DuckDB_counts_fifty_thousand_findings(string what, long number)
    {
        using var stream = new MemoryStream();
        LargeSample.Write("parquet", stream);

        var row = DuckTable.Query(stream.ToArray(), $"SELECT {what} AS n FROM 'results.parquet'").Single();

        Assert.Equal(number, Convert.ToInt64(row["n"], CultureInfo.InvariantCulture));
    }

    /// <summary>What a reader skips by them would be missing.</summary>
    [DuckTheory]
    [InlineData("resource", "<root_account>", "user-12", 0)]
    [InlineData("line", "2", "16", 0)]
    [InlineData("exception", "break-glass", "break-glass", 15)]
    [InlineData("exception_until", "2026-12-31 00:00:00+00", "2026-12-31 00:00:00+00", 15)]
    public void The_ranges_are_those_of_the_values(string column, string least, string greatest, long nulls)
    {
        var row = DuckTable.Query(
            Sample.Normal.WriteBytes("parquet"), $"SELECT * FROM parquet_metadata('results.parquet') WHERE path_in_schema = '{column}'").Single();

        Assert.Equal(least, row["stats_min_value"]);
        Assert.Equal(greatest, row["stats_max_value"]);
        Assert.Equal(nulls, row["stats_null_count"]);
        Assert.Equal("SNAPPY", row["compression"]);
    }

    [DuckTheory]
    [InlineData("exception_until")]
    [InlineData("as_of")]
    public void Instants_are_in_UTC(string column) => Assert.Equal(
        "TIMESTAMP WITH TIME ZONE",
        DuckTable.Query(Sample.Normal.WriteBytes("parquet"), "DESCRIBE " + AllRows).Single(row => column.Equals(row["column_name"]))["column_type"]);

    [Fact]
    public async Task A_hostile_name_is_kept_exactly()
    {
        var row = (await ParquetTable.Read(Sample.Hostile.WriteBytes("parquet"))).Rows.Single();

        var finding = Sample.Hostile.Findings.Single();
        // Half a surrogate pair is no text: UTF-8 has none, and the JSON report has the same in its place.
        Assert.Equal(finding.Resource.Id.Replace('\ud800', '\ufffd'), row["resource"]);
        Assert.Equal(finding.Message.Replace('\ud800', '\ufffd'), row["message"]);
        Assert.Equal(finding.Evidence[0].Value.Replace('\ud800', '\ufffd'), row["value"]);
    }

    [Fact]
    public async Task An_empty_cell_of_the_evidence_is_no_missing_one()
    {
        var sample = Sample.Normal with
        {
            Findings =
            [
                Sample.FindingOf("p", "1.4", "a", Outcome.Pass) with { Evidence = [Sample.CellOf(2, 1, "f", "")] },
                Sample.FindingOf("p", "1.4", "b", Outcome.Pass) with { Evidence = [] },
            ],
        };

        var rows = (await ParquetTable.Read(sample.WriteBytes("parquet"))).Rows;

        Assert.Equal(["", null], rows.Select(row => row["value"]));
        Assert.Equal([2, null], rows.Select(row => row["line"]));
    }

    [Fact]
    public async Task The_file_names_its_inputs()
    {
        var metadata = (await ParquetTable.Read(Sample.Normal.WriteBytes("parquet"))).Metadata;

        var header = Sample.Normal.Header;
        Assert.Equal(ParquetReportWriter.FormatVersion, metadata["policyeval.format_version"]);
        Assert.Equal(header.ToolVersion, metadata["policyeval.tool_version"]);
        Assert.Equal(header.Snapshots[0].Digest, metadata["policyeval.snapshot_digest"]);
        Assert.Equal($"{header.Snapshots[0].Digest} {header.Snapshots[0].Name}", metadata["policyeval.snapshots"]);
        Assert.Contains(
            $"{new string('2', 64)} access-key-rotation maxAgeDays=30", metadata["policyeval.policies"].Split('\n'));
        Assert.Contains($"{new string('8', 64)} policies/policyeval.yaml", metadata["policyeval.files"].Split('\n'));
        Assert.Contains($"{new string('7', 64)} waivers/mfa.yaml", metadata["policyeval.files"].Split('\n'));
        Assert.Equal("1", metadata["policyeval.exit_code"]);
    }

    [Fact]
    public async Task Rows_are_written_in_groups_while_they_come()
    {
        using var stream = new MemoryStream();
        var writer = new ParquetReportWriter(stream);
        writer.Begin(Sample.Normal.Header);
        foreach (var finding in LargeSample.Findings.Concat(LargeSample.Findings))
            writer.Add(finding);
        Assert.InRange(stream.Length, 500_000, long.MaxValue);
        writer.End(Sample.Normal.Footer);

        var table = await ParquetTable.Read(stream.ToArray());

        Assert.Equal([65_536, 34_464], table.Groups);
        Assert.Equal(
            LargeSample.Findings.Concat(LargeSample.Findings).Select(finding => finding.Fingerprint),
            table.Rows.Select(row => row["fingerprint"]));
    }

    [Fact]
    public async Task Long_text_makes_a_group_smaller()
    {
        var findings = Enumerable.Range(0, 80)
            .Select(n => Sample.FindingOf("p", "1.4", $"{n}", Outcome.Pass) with { Message = new string((char)('0' + n), 1 << 20) })
            .ToArray();

        var table = await ParquetTable.Read((Sample.Normal with { Findings = [.. findings] }).WriteBytes("parquet"));

        Assert.Equal([32, 32, 16], table.Groups);
        Assert.Equal(findings.Select(finding => finding.Message), table.Rows.Select(row => row["message"]));
    }

    [Fact]
    public void A_pipe_will_do()
    {
        using var stream = new MemoryStream();
        using (var pipe = new GZipStream(stream, CompressionLevel.Fastest))
        {
            Assert.False(pipe.CanSeek);
            Sample.Normal.WriteTo("parquet", pipe);
        }

        using var unpacked = new MemoryStream();
        using (var pipe = new GZipStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress))
            pipe.CopyTo(unpacked);
        Assert.Equal(Sample.Normal.WriteBytes("parquet"), unpacked.ToArray());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    public void A_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Sample.Normal.WriteBytes("parquet");
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Sample.Normal.WriteBytes("parquet"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_columns_are_those_of_the_CSV_report() => Assert.Equal(
        Sample.Empty.Write("csv").TrimEnd('\n').Split(',').Select(name => name.Trim('"')),
        ResultColumns.All.Select(column => column.Name));
}
