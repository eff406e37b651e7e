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
}
