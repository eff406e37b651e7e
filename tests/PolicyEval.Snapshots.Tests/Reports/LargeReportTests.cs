using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>
/// A report that is read from disk piece by piece is the same as one in memory, wherever the pieces are cut, with one
/// thread and with two; CsCheck prints the seed of a failure.
/// </summary>
public sealed class LargeReportTests : IDisposable
{
    private const string Header = "user,arn,password_enabled,password_last_used,x,additional_credentials_info";

    private static readonly Gen<string> Odd = Gen.OneOf(
        "", "é", "😀", "\"a\nb\"", "\"l\r\nm\"", "\"1,2\"", "\"q\"\"q\"", "plain text of some length");

    private static readonly Gen<string> Row =
        from account in Gen.Int[1, 3]
        from user in Gen.Int[0, 12]
        from enabled in Gen.OneOf("true", "FALSE", "not_supported", "maybe")
        from used in Gen.OneOf("2024-02-29T00:00:00+00:00", "N/A", "no_information", "2023-01-01T01:02:03Z", "never")
        from x in Odd
        from more in Gen.OneOf("N/A", "N/A", "3 keys")
        select (user == 0
                ? $"<root_account>,arn:aws:iam::11112222333{account}:root"
                : $"u{user},arn:aws:iam::11112222333{account}:user/p/u{user}")
            + $",{enabled},{used},{x},{more}";

    private static readonly Gen<byte[]> Reports =
        from rows in Row.Array[0, 25]
        from sorted in Gen.Int[0, 3]
        from unique in Gen.Bool
        from mark in Gen.OneOf("", "\uFEFF")
        from lineEnd in Gen.OneOf("\n", "\r\n")
        from end in Gen.OneOf("", "\n", "\n\n\n")
        let ordered = sorted == 0 ? rows : [.. rows.OrderBy(row => row.Split("::")[1][..12], StringComparer.Ordinal)]
        let kept = unique ? ordered.DistinctBy(row => row.Split(',')[1]) : ordered
        select Encoding.UTF8.GetBytes(mark + string.Join(lineEnd, kept.Prepend(Header)) + end);

    private static readonly Gen<byte[]> Damaged =
        from report in Reports
        from at in Gen.Int[0, 2000]
        from piece in Gen.OneOf<byte[]>(
            "\""u8.ToArray(), ","u8.ToArray(), "\n\n"u8.ToArray(), "\r"u8.ToArray(), [0], [0xFF], "é"u8.ToArray()[..1],
            "\"\""u8.ToArray(), "\",\""u8.ToArray())
        from cut in Gen.Int[0, 3]
        let start = at % report.Length
        select (byte[])[.. report[..start], .. piece, .. report[Math.Min(report.Length, start + cut)..]];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pieces_of_any_size_give_the_same_report() => Reports.Sample(Compare, iter: 300, threads: 1);

    [Fact]
    public void Pieces_of_any_size_give_the_same_diagnostics_of_damage() =>
        Damaged.Sample(Compare, iter: 300, threads: 1);

    [Fact]
    public void Many_windows_are_hashed_in_order_beside_the_work()
    {
        var users = Enumerable.Range(0, 20_000).Select(i => Sample.User($"u{i}"));
        var bytes = Encoding.UTF8.GetBytes(Sample.Lines([Sample.ShortHeader, Sample.ShortRoot, .. users]));
        var expected = Sample.Read(bytes).Snapshot!.Report!;
        var limits = new SnapshotLimits { HeldBytes = 0, WindowBytes = 4096, Threads = 2 };

        var report = Open(bytes, limits).Snapshot!.Report!;

        Assert.Equal(expected.File.Sha256, report.File.Sha256);
        Assert.Equal(20_001, report.RowCount);
        Assert.InRange(report.BlockCount, 250, 500);
    }

    private void Compare(byte[] bytes)
    {
        var expected = ReportText.Of(Sample.Read(bytes));
        foreach (var (window, threads) in ((int, int)[])
            [(16, 1), (17, 2), (31, 1), (64, 2), (200, 1), (250, 2), (400, 3), (900, 4), (1 << 18, 2)])
        {
            var held = new SnapshotLimits { WindowBytes = window, Threads = threads };
            Assert.Equal(expected, ReportText.Of(Sample.Read(bytes, held)));
            Assert.Equal(expected, ReportText.Of(Open(bytes, held with { HeldBytes = 0 })));
        }
    }

    private SnapshotResult Open(byte[] bytes, SnapshotLimits limits) =>
        Snapshot.Open(_folder.Write("-", bytes), limits);
}
