using System.Buffers.Binary;
using System.Text;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>
/// The headers of a zip (PKWARE's APPNOTE 6.3, 4.3) and the one way in which this program fills them: stored, made by
/// Unix with mode 0644 on every system, at the earliest time that a zip can hold, nothing optional.
/// </summary>
internal static class ZipFormat
{
    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const int LocalLength = 30;
    public const int CentralLength = 46;
    public const int EndLength = 22;

    /// <summary>Beyond that, Zip64 would be needed.</summary>
    public const int EntriesMax = ushort.MaxValue - 1;

    /// <summary>The general purpose flag of an entry whose sizes follow behind it.</summary>
    public const ushort DescriptorFlag = 1 << 3;

    private const ushort VersionNeeded = 10;
    private const ushort MadeByUnix = (3 << 8) | 20;
    private const ushort Midnight = 0;
    private const ushort Day19800101 = (1 << 5) | 1;
    private const uint RegularFile0644 = 0x81A4u << 16;

    public static byte[] LocalHeader(ZipItem item)
    {
        var header = new byte[LocalLength + item.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        WriteCommon(header.AsSpan(4), item);
        Encoding.ASCII.GetBytes(item.Name, header.AsSpan(LocalLength));
        return header;
    }

    public static byte[] CentralHeader(ZipItem item)
    {
        var header = new byte[CentralLength + item.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), MadeByUnix);
        WriteCommon(header.AsSpan(6), item);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), RegularFile0644);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), item.Offset);
        Encoding.ASCII.GetBytes(item.Name, header.AsSpan(CentralLength));
        return header;
    }

    public static byte[] End(int entries, uint directoryLength, uint directoryOffset)
    {
        var end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), directoryLength);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), directoryOffset);
        return end;
    }

    /// <summary>What both headers say of an entry, from the version needed to the name's length.</summary>
    private static void WriteCommon(Span<byte> header, ZipItem item)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], Midnight);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Day19800101);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], item.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], item.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], item.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)item.Name.Length);
    }
}
