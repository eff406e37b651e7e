using System.Buffers;
using System.Buffers.Binary;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Compresses as Snappy does (its raw format, in which Parquet has pages): what stood in the same 64 KiB before is
/// named by its distance and length. The same input gives the same bytes on every machine.
/// </summary>
internal static class SnappyEncoding
{
    private const int Block = 1 << 16;
    private const int TableBits = 14;
    private const int ShortestCopy = 4;
    private const int LongestCopy = 64;

    /// <summary>Writes bytes compressed.</summary>
    public static void Write(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        output.WriteVarint((ulong)input.Length);
        // Where in the block four bytes of some hash stood last.
        var places = new ushort[1 << TableBits];
        for (var start = 0; start < input.Length; start += Block)
        {
            places.AsSpan().Clear();
            WriteBlock(input[start..Math.Min(start + Block, input.Length)], places, output);
        }
    }

    private static void WriteBlock(ReadOnlySpan<byte> block, ushort[] places, IBufferWriter<byte> output)
    {
        var literal = 0;
        var at = 0;
        while (at + ShortestCopy <= block.Length)
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);
            ref var place = ref places[(word * 0x1E35A7BDu) >> (32 - TableBits)];
            var before = (int)place;
            place = (ushort)at;
            if (before >= at || BinaryPrimitives.ReadUInt32LittleEndian(block[before..]) != word)
            {
                // The longer nothing was found, the less is looked at.
                at += 1 + ((at - literal) >> 5);
                continue;
            }

            var length = block[at..].CommonPrefixLength(block[before..]);
            WriteLiteral(block[literal..at], output);
            WriteCopies(at - before, length, output);
            at += length;
            literal = at;
        }

        WriteLiteral(block[literal..], output);
    }

    private static void WriteLiteral(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        if (bytes.IsEmpty)
            return;

        var last = bytes.Length - 1;
        if (last < 60)
            output.Write<byte>([(byte)(last << 2)]);
        else if (last < 256)
            output.Write<byte>([60 << 2, (byte)last]);
        else
            output.Write<byte>([61 << 2, (byte)last, (byte)(last >> 8)]);
        output.Write(bytes);
    }

    private static void WriteCopies(int distance, int length, IBufferWriter<byte> output)
    {
        // What is left for the last one is never too short.
        while (length > LongestCopy)
        {
            var part = length >= LongestCopy + ShortestCopy ? LongestCopy : LongestCopy - ShortestCopy;
            WriteCopy(distance, part, output);
            length -= part;
        }

        WriteCopy(distance, length, output);
    }

    private static void WriteCopy(int distance, int length, IBufferWriter<byte> output)
    {
        if (length < 12 && distance < 2048)
            output.Write<byte>([(byte)(1 | ((length - 4) << 2) | (distance >> 8 << 5)), (byte)distance]);
        else
            output.Write<byte>([(byte)(2 | ((length - 1) << 2)), (byte)distance, (byte)(distance >> 8)]);
    }
}
