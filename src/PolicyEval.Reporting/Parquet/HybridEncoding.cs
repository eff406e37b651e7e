using System.Buffers;
using System.Runtime.InteropServices;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Parquet's encoding of small numbers (RLE): runs of eight and more as a count and the number, all else in groups of
/// eight, of which each number takes as many bits as the greatest needs.
/// </summary>
internal static class HybridEncoding
{
    private const int Group = 8;

    /// <summary>The bits that each of so many numbers from 0 needs, at least 1.</summary>
    public static int WidthOf(int count) => (sizeof(int) * 8) - int.LeadingZeroCount(Math.Max(1, count - 1));

    /// <summary>Writes numbers, each of which is less than 2 to the power of the width.</summary>
    public static void Write(List<int> numbers, int width, IBufferWriter<byte> output)
    {
        ReadOnlySpan<int> rest = CollectionsMarshal.AsSpan(numbers);
        while (!rest.IsEmpty)
        {
            var run = RunOf(rest);
            if (run >= Group)
            {
                output.WriteVarint((ulong)run << 1);
                WriteBits(rest[..1], width, output);
                rest = rest[run..];
                continue;
            }

            var packed = PackedOf(rest);
            output.WriteVarint(((ulong)(packed + Group - 1) / Group << 1) | 1);
            for (var start = 0; start < packed; start += Group)
                WriteGroup(rest[start..Math.Min(start + Group, packed)], width, output);
            rest = rest[packed..];
        }
    }

    /// <summary>How often the first number stands there in a row.</summary>
    private static int RunOf(ReadOnlySpan<int> numbers)
    {
        var other = numbers.IndexOfAnyExcept(numbers[0]);
        return other < 0 ? numbers.Length : other;
    }

    /// <summary>
    /// How many numbers come before a run, in groups: the last group may be cut, but only at the very end.
    /// </summary>
    private static int PackedOf(ReadOnlySpan<int> numbers)
    {
        var packed = Group;
        while (packed < numbers.Length && RunOf(numbers[packed..]) < Group)
            packed += Group;
        return Math.Min(packed, numbers.Length);
    }

    private static void WriteGroup(ReadOnlySpan<int> numbers, int width, IBufferWriter<byte> output)
    {
        Span<int> whole = stackalloc int[Group];
        whole.Clear();
        numbers.CopyTo(whole);
        WriteBits(whole, width, output);
    }

    private static void WriteBits(ReadOnlySpan<int> numbers, int width, IBufferWriter<byte> output)
    {
        var bytes = output.GetSpan(numbers.Length * sizeof(int));
        ulong bits = 0;
        int count = 0, length = 0;
        foreach (var number in numbers)
        {
            bits |= (ulong)number << count;
            for (count += width; count >= 8; count -= 8)
            {
                bytes[length++] = (byte)bits;
                bits >>= 8;
            }
        }

        if (count > 0)
            bytes[length++] = (byte)bits;
        output.Advance(length);
    }
}
