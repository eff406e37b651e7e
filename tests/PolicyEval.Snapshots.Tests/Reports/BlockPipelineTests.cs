using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Reports;

/// <summary>
/// What goes wrong in one of several threads ends all of them, and is thrown; blocks are taken and hashed in order.
/// </summary>
public sealed class BlockPipelineTests
{
    private static readonly byte[] Report = Encoding.UTF8.GetBytes(Sample.Lines(
        [Sample.ShortHeader, Sample.ShortRoot, .. Enumerable.Range(0, 2000).Select(i => Sample.User($"u{i}"))]));

    private static readonly SnapshotLimits Limits = new() { WindowBytes = 2048 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(64)]
    public void Blocks_are_taken_and_hashed_in_the_order_of_the_file(int threads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var start = Report.AsSpan().IndexOf((byte)'\n') + 1;
        var taken = new List<(long Offset, int Count)>();
        var pipeline = Pipeline(new MemoryBytes(Report), hash, threads, block =>
        {
            Assert.True(block.IsTable);
            Assert.Empty(block.OddRows.ToArray());
            taken.Add((block.Offset, block.Text.Count));
            return true;
        });

        pipeline.Run(start);

        Assert.InRange(taken.Count, 50, 200);
        Assert.Equal(start, taken[0].Offset);
        foreach (var (before, after) in taken.Zip(taken.Skip(1)))
            Assert.Equal(before.Offset + before.Count, after.Offset);
        Assert.Equal(Report.Length, taken[^1].Offset + taken[^1].Count);
        Assert.Equal(SHA256.HashData(Report.AsSpan(start)), hash.GetHashAndReset());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void What_cannot_be_taken_ends_it_and_it_goes_on_from_anywhere(int threads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var start = Report.AsSpan().IndexOf((byte)'\n') + 1;
        var (left, end) = (5, (long)start);
        var pipeline = Pipeline(new MemoryBytes(Report), hash, threads, block =>
        {
            Assert.Equal(end, block.Offset);
            if (left-- == 0)
                return false;
            end += block.Text.Count;
            return true;
        });

        pipeline.Run(start);
        Assert.Equal(-1, left);
        Assert.True(end < Report.Length);
        left = int.MaxValue;
        pipeline.Run(end);

        Assert.Equal(Report.Length, end);
        Assert.Equal(SHA256.HashData(Report.AsSpan(start)), hash.GetHashAndReset());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void What_the_disk_refuses_is_thrown(int threads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var pipeline = Pipeline(new CutBytes(Report, 20_000), hash, threads, _ => true);

        Assert.Throws<EndOfStreamException>(() => pipeline.Run(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_cancelled_token_ends_all_threads(int threads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cancelling = new CancellationTokenSource();
        var taken = 0;
        var pipeline = Pipeline(new MemoryBytes(Report), hash, threads, _ =>
        {
            if (++taken == 3)
                cancelling.Cancel();
            return true;
        }, cancelling.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Run(0));
        Assert.Equal(3, taken);
    }

    private static BlockPipeline Pipeline(
        ByteStore bytes,
        IncrementalHash hash,
        int threads,
        Func<CheckedBlock, bool> take,
        CancellationToken cancellationToken = default)
    {
        var block = new CsvBlock();
        Assert.True(block.TryFillOne(Report, line: 1, isLast: false, out var record));
        var header = new ReportHeaderReader("-", new SnapshotDiagnosticBag(1)).Read(block, record.Cells)!;
        return new BlockPipeline(
            () => new CheckedBlock(bytes, header, Limits, watcher: null), take, hash, threads, cancellationToken);
    }

    /// <summary>A file that is shorter than it said.</summary>
    private sealed class CutBytes(byte[] bytes, int length) : ByteStore
    {
        public override long Length => bytes.Length;

        public override ArraySegment<byte> Read(long offset, int count, ref byte[] buffer)
        {
            count = (int)Math.Min(count, Length - offset);
            return offset + count <= length
                ? new ArraySegment<byte>(bytes, (int)offset, count)
                : throw new EndOfStreamException();
        }
    }
}
