using System.Buffers;
using System.Text;
using CsCheck;
using PolicyEval.Reporting.Parquet;
using Snappier;

namespace PolicyEval.Reporting.Tests.Parquet;

public sealed class SnappyEncodingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void What_does_not_repeat_comes_back(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        Assert.Equal(bytes, Snappy.DecompressToArray(Compress(bytes)));
    }

    [Fact]
    public void Every_length_of_a_repetition_comes_back()
    {
        for (var length = 0; length < 300; length++)
        {
            foreach (var distance in (int[])[4, 5, 63, 2047, 2048, 2049])
            {
                var start = new byte[distance];
                new Random(length).NextBytes(start);
                byte[] bytes = [.. start, .. Enumerable.Range(0, length).Select(i => start[i % distance]), 1];
                Assert.Equal(bytes, Snappy.DecompressToArray(Compress(bytes)));
            }
        }
    }

    [Fact]
    public void Anything_comes_back() =>
        Gen.Int[0, 3].Select(i => (byte)i).Array[0, 5_000].Sample(bytes =>
            bytes.AsSpan().SequenceEqual(Snappy.DecompressToArray(Compress(bytes))));

    [Fact]
    public void What_repeats_gets_short()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("arn:aws:iam::111122223333:user/", 10_000)));

        Assert.InRange(Compress(bytes).Length, 1, bytes.Length / 20);
    }

    /// <summary>The length, two bytes as they are, ten from two before, two bytes as they are.</summary>
    [Fact]
    public void The_bytes_are_these() =>
        Assert.Equal("0E" + "046162" + "1902" + "046330", Convert.ToHexString(Compress("ababababababc0"u8.ToArray())));

    private static byte[] Compress(byte[] bytes)
    {
        var output = new ArrayBufferWriter<byte>();
        SnappyEncoding.Write(bytes, output);
        return output.WrittenSpan.ToArray();
    }
}
