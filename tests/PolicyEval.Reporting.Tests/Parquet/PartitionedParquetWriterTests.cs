using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Parquet;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>The files of a folder are together what the CSV report says, whatever order the rows come in.</summary>
public sealed class PartitionedParquetWriterTests
{
    private const string Unknown = "__HIVE_DEFAULT_PARTITION__";

    private const string All =
        "SELECT * FROM read_parquet('results/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false, "
        + "file_row_number = true) ORDER BY filename, file_row_number";

    public static TheoryData<string> Samples() => [.. Sample.Names.Where(name => name != "Empty")];

    [DuckTheory]
    [MemberData(nameof(Samples))]
    public void DuckDB_reads_the_rows_of_the_CSV_report(string sample) => AssertSame(Sample.Named(sample));

    [Fact]
    public void A_run_without_findings_has_no_file() => Assert.Empty(Write(Sample.Empty).Paths);

    [Fact]
    public void There_is_a_file_for_each_account_and_snapshot() => Assert.Equal(
        Enumerable.Range(1, 3).Select(n => PathOf($"00000000000{n}", "2026-03-01", n.ToString("x64", CultureInfo.InvariantCulture))),
        Write(Sample.Named("Few")).Paths);

    /// <summary>The evidence of the sample is three days older than the instant of its verdicts.</summary>
    [Fact]
    public void The_day_is_that_of_the_verdicts() =>
        Assert.Equal([PathOf(Sample.Account, "2026-01-13", Sample.Digest)], Write(Sample.Normal).Paths);

    [Theory]
    [InlineData("2026-01-13T23:59:59Z", null, "2026-01-13")]
    [InlineData("2026-01-13T23:30:00-02:00", null, "2026-01-14")]
    [InlineData(null, "2026-01-10T00:00:00Z", "2026-01-10")]
    [InlineData(null, null, Unknown)]
    [InlineData("../..", null, Unknown)]
    public void The_day_is_in_UTC_if_there_is_one(string? asOf, string? generated, string day) => Assert.Equal(
        [PathOf(Sample.Account, day, Sample.Digest)],
        Write(With(snapshot => snapshot with { AsOf = asOf, GeneratedTime = generated }, Sample.Account)).Paths);

    [DuckTheory]
    [InlineData("", Unknown)]
    [InlineData("..", "..")]
    [InlineData("../../x\\y", "..%2F..%2Fx%5Cy")]
    [InlineData("a=b%41 é漢\n\"'*?<>|:#{}[]^\u007f", "a%3Db%2541%20é漢%0A%22%27%2A%3F%3C%3E%7C%3A%23%7B%7D%5B%5D%5E%7F")]
    public void A_name_is_written_as_Hive_writes_it_and_read_as_it_was(string account, string name)
    {
        var sample = With(snapshot => snapshot, account);

        Assert.Equal([PathOf(name, "2026-01-13", Sample.Digest)], Write(sample).Paths);
        Assert.All(Read(sample), row => Assert.Equal(account.Length > 0 ? account : null, row["account"]));
    }

    [Fact]
    public void A_digest_leads_nowhere_else() => Assert.Equal(
        [PathOf(Sample.Account, "2026-01-13", "..%2F..%2Fx")],
        Write(With(snapshot => snapshot with { Digest = "../../x" }, Sample.Account)).Paths);

    [Fact]
    public void A_snapshot_has_the_same_bytes_in_any_run()
    {
        var many = Sample.Named("Many");
        var together = Write(many);

        Assert.Equal(12, together.Paths.Length);
        foreach (var (snapshot, finding) in many.Header.Snapshots.Zip(many.Findings))
        {
            var alone = Write(many with
            {
                Header = many.Header with { Snapshots = [snapshot] },
                Findings = [finding],
                Footer = many.Footer with { ExitCode = 0 },
            });
            Assert.Equal(together[Assert.Single(alone.Paths)], alone[alone.Paths[0]]);
        }
    }

    [Fact]
    public async Task A_file_names_its_own_snapshot_and_the_policies_that_judged_it()
    {
        string[] accounts = ["444455556666", "000000000001"];
        var folder = Write(OfAccounts(accounts));

        foreach (var account in accounts)
        {
            var metadata = (await ParquetTable.Read(folder[PathOf(account, "2026-01-13", DigestOf(account))])).Metadata;

            Assert.Equal(DigestOf(account), metadata["policyeval.snapshot_digest"]);
            Assert.Equal($"{DigestOf(account)} {account}", metadata["policyeval.snapshots"]);
            Assert.Equal(
                account == accounts[0] ? ["maxAgeDays=30", "maxAgeDays=365"] : ["maxAgeDays=30"],
                metadata["policyeval.policies"].Split('\n').Where(line => line.Contains("maxAgeDays")).Select(line => line.Split(' ')[2]));
            Assert.DoesNotContain("policyeval.exit_code", metadata.Keys);
        }
    }

    [Fact]
    public void The_files_of_a_snapshot_are_written_when_the_next_begins()
    {
        var sample = Sample.Named("Many");
        var folder = new MemoryFolder();
        using var writer = new PartitionedParquetWriter(folder);
        writer.Begin(sample.Header);

        for (var i = 0; i < sample.Findings.Length; i++)
        {
            writer.Add(sample.Findings[i]);
            Assert.Equal(i, folder.Paths.Length);
        }

        writer.End(sample.Footer);
        Assert.Equal(sample.Findings.Length, folder.Paths.Length);
        Assert.Null(folder.Scratch);
    }

    /// <summary>Whoever gives it twice is warned that its findings count twice.</summary>
    [DuckTheory]
    [InlineData("111111111111", "111111111111")]
    [InlineData("111111111111", "222222222222", "111111111111")]
    public void Evidence_that_is_given_twice_has_its_rows_twice(params string[] accounts) =>
        Assert.Equal(accounts.Length * 2, AssertSame(OfAccounts(accounts)).Count);

    /// <summary>A report over many accounts that is sorted by user: more than is held in memory.</summary>
    [DuckTheory]
    [InlineData(300)]
    public void Accounts_may_alternate_from_row_to_row(int accounts)
    {
        ImmutableArray<Finding> findings =
        [
            .. LargeSample.Findings.Take(6_000).Select((finding, i) => Of(finding, $"{i % accounts:D12}") with
            {
                Message = string.Concat(Enumerable.Repeat(finding.Resource.Id, 300)),
            }),
        ];
        var alternating = Sample.Normal with { Findings = findings };
        var sorted = alternating with
        {
            Findings = [.. findings.OrderBy(finding => finding.Resource.Account, StringComparer.Ordinal)],
        };

        var folder = Write(alternating);

        Assert.InRange(folder.ScratchMax, 1, 2_000_000);
        Assert.False(folder.Scratch!.CanRead, "the scratch file is closed");
        var other = Write(sorted);
        Assert.Equal(accounts, folder.Paths.Length);
        Assert.Equal(folder.Paths, other.Paths);
        Assert.All(folder.Paths, path => Assert.True(folder[path].AsSpan().SequenceEqual(other[path]), path));
        AssertSame(alternating);
    }

    private static string PathOf(string account, string date, string digest) =>
        $"account={account}/date={date}/{digest}.parquet";

    private static string DigestOf(string account) => account.PadLeft(64, 'a');

    private static Finding Of(Finding finding, string account) =>
        finding with { Resource = finding.Resource with { Account = account } };

    /// <summary>The normal result over another snapshot of an account.</summary>
    private static Sample With(Func<SnapshotReference, SnapshotReference> change, string account)
    {
        var snapshot = change(Sample.Normal.Header.Snapshots[0]);
        return Sample.Normal with
        {
            Header = Sample.Normal.Header with { Snapshots = [snapshot] },
            Findings = [.. Sample.Normal.Findings.Select(f => Of(f, account) with { Snapshot = snapshot.Digest })],
        };
    }

    /// <summary>A snapshot of each account with two findings.</summary>
    private static Sample OfAccounts(string[] accounts) => Sample.Normal with
    {
        Header = Sample.Normal.Header with
        {
            Snapshots =
            [
                .. accounts.Select(account =>
                    Sample.Normal.Header.Snapshots[0] with { Name = account, Digest = DigestOf(account) }),
            ],
        },
        Findings =
        [
            .. accounts.SelectMany(account => Sample.Normal.Findings.Take(2)
                .Select(finding => Of(finding, account) with { Snapshot = DigestOf(account) })),
        ],
    };

    private static MemoryFolder Write(Sample sample) => PartitionedSample.Write(sample);

    private static List<Dictionary<string, object?>> Read(Sample sample)
    {
        using var folder = new TemporaryFolder();
        Write(sample).WriteTo(folder);
        return DuckTable.Query(folder, All);
    }

    /// <summary>Compares every cell, the rows of each snapshot and account in their order.</summary>
    private static List<Dictionary<string, object?>> AssertSame(Sample sample)
    {
        var rows = Read(sample);
        var lines = CsvAgreement.Lines(sample.Write("csv"));
        var (account, digest) = (Array.IndexOf(lines[0], "account"), Array.IndexOf(lines[0], "snapshot_digest"));
        Assert.All(rows, row =>
        {
            Assert.Equal(((DateTime?)row["as_of"])?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row["date"]);
            Assert.Equal([.. lines[0].Order(StringComparer.Ordinal)], row.Keys.Except(["date", "file_row_number"]).Order(StringComparer.Ordinal));
            row.Remove("date");
            row.Remove("file_row_number");
        });
        CsvAgreement.AssertSame(
            [lines[0], .. lines[1..].OrderBy(l => l[account], StringComparer.Ordinal).ThenBy(l => l[digest], StringComparer.Ordinal)],
            [
                .. rows.OrderBy(row => row["account"] as string ?? "", StringComparer.Ordinal)
                    .ThenBy(row => row["snapshot_digest"] as string, StringComparer.Ordinal),
            ]);
        return rows;
    }
}
