using System.Buffers;
using CsCheck;
using PolicyEval.Reporting.Parquet;

namespace PolicyEval.Reporting.Tests.Parquet;

public sealed class HybridEncodingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(65_536, 16)]
    [InlineData(65_537, 17)]
    public void A_width_holds_all_numbers(int count, int width) => Assert.Equal(width, HybridEncoding.WidthOf(count));

    /// <summary>The example of the format's description: 0 to 7 in three bits each.</summary>
    [Fact]
    public void Different_numbers_are_packed() => Assert.Equal("0388C6FA", Hex([0, 1, 2, 3, 4, 5, 6, 7], 3));

    [Theory]
    [InlineData(8, "1001")]
    [InlineData(100, "C80101")]
    public void Equal_numbers_are_counted(int count, string bytes) =>
        Assert.Equal(bytes, Hex([.. Enumerable.Repeat(1, count)], 1));

    [Fact]
    public void A_run_may_follow_a_group() =>
        Assert.Equal("03AA" + "1001", Hex([0, 1, 0, 1, 0, 1, 0, 1, .. Enumerable.Repeat(1, 8)], 1));

    [Fact]
    public void The_last_group_may_be_cut() => Assert.Equal("0305", Hex([1, 0, 1], 1));

    [Fact]
    public void Anything_comes_back()
    {
        var runs = Gen.Select(Gen.Int[0, (1 << 17) - 1], Gen.Int[1, 20]).Array[0, 60];
        Gen.Select(runs, Gen.Int[1, 17]).Sample((parts, width) =>
        {
            List<int> numbers = [.. parts.SelectMany(part => Enumerable.Repeat(part.Item1 & ((1 << width) - 1), part.Item2))];
            return Decode(Encode(numbers, width), width, numbers.Count).SequenceEqual(numbers);
        });
    }

    private static string Hex(List<int> numbers, int width) => Convert.ToHexString(Encode(numbers, width));

    private static byte[] Encode(List<int> numbers, int width)
    {
        var output = new ArrayBufferWriter<byte>();
        HybridEncoding.Write(numbers, width, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Bit by bit, as the description of the format says it.</summary>
    private static List<int> Decode(byte[] bytes, int width, int count)
    {
        var numbers = new List<int>();
        var at = 0;
        while (at < bytes.Length)
        {
            int header = 0, shift = 0;
            do
            {
                header |= (bytes[at] & 0x7F) << shift;
                shift += 7;
            }
            while (bytes[at++] >= 0x80);

            var isRun = (header & 1) == 0;
            var different = isRun ? 1 : (header >> 1) * 8;
            for (var n = 0; n < different; n++)
            {
                var number = Enumerable.Range(0, width)
                    .Sum(bit => (bytes[at + (((n * width) + bit) / 8)] >> (((n * width) + bit) % 8) & 1) << bit);
                numbers.AddRange(Enumerable.Repeat(number, isRun ? header >> 1 : 1));
            }

            at += ((different * width) + 7) / 8;
        }

        Assert.InRange(numbers.Count, count, count + 7);
        return numbers[..count];
    }
}
