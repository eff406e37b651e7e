using System.Buffers;

namespace PolicyEval.Reporting.Parquet;

/// <summary>Numbers in as many bytes as they need: seven bits in each, the lowest first.</summary>
internal static class Varint
{
    /// <summary>Writes one.</summary>
    public static void WriteVarint(this IBufferWriter<byte> output, ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var length = 0;
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[length++] = (byte)value;
        output.Write(bytes[..length]);
    }

    /// <summary>Takes one from the start of bytes that were written by <see cref="WriteVarint"/>.</summary>
    public static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
