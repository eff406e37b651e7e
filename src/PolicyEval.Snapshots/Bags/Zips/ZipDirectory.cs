using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>
/// Reads the central directory of a zip: plain ones only. What one program would read otherwise than another one (a
/// comment that could hold a second directory, names given twice, encryption) is refused.
/// </summary>
internal sealed class ZipDirectory(ZipBytes zip, SnapshotLimits limits)
{
    private const int CommentMax = ushort.MaxValue;
    private const int HeaderMax = 4096;
    private const int VersionMax = 20;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const ushort EncryptionFlags = 1 | (1 << 6) | (1 << 13);

    // Bits 1 and 2 say how hard deflate tried, 11 that names are UTF-8, of which only ASCII is allowed anyway.
    private const ushort HarmlessFlags = (1 << 1) | (1 << 2) | ZipFormat.DescriptorFlag | (1 << 11);

    /// <summary>Where the directory starts; known after <see cref="Read"/>.</summary>
    public long Offset { get; private set; }

    /// <summary>The entries in the order of the directory.</summary>
    /// <exception cref="ZipRefusedException">The zip is damaged, too large or uses what is not read.</exception>
    public List<ZipEntry> Read()
    {
        var end = ReadEnd();
        var count = ZipBytes.U16(end, 10);
        var (length, offset) = (ZipBytes.U32(end, 12), ZipBytes.U32(end, 16));
        if (count == ushort.MaxValue || length == uint.MaxValue || offset == uint.MaxValue)
            throw ZipRefusedException.Unsupported("Zip64");
        if (ZipBytes.U16(end, 4) != 0 || ZipBytes.U16(end, 6) != 0 || ZipBytes.U16(end, 8) != count)
            throw ZipRefusedException.Unsupported("several parts");
        if (count > limits.BagEntries)
        {
            var limit = limits.BagEntries.ToString(CultureInfo.InvariantCulture);
            throw new ZipRefusedException(
                SnapshotDescriptors.TooLarge, "", limit, "entries", nameof(limits.BagEntries));
        }

        if ((long)offset + length != zip.Length - ZipFormat.EndLength)
            throw ZipRefusedException.Damaged("its directory is not where its end says");
        if (length > (long)count * HeaderMax)
            throw ZipRefusedException.Damaged("its directory is longer than its entries can be");
        Offset = offset;
        return ReadEntries(zip.Bytes(offset, (int)length), count);
    }

    private byte[] ReadEnd()
    {
        if (zip.Length < ZipFormat.EndLength)
            throw ZipRefusedException.Damaged("it is cut off");
        var end = zip.Bytes(zip.Length - ZipFormat.EndLength, ZipFormat.EndLength);
        if (ZipBytes.U32(end, 0) == ZipFormat.EndSignature && ZipBytes.U16(end, 20) == 0)
            return end;
        var tail = zip.Bytes(
            Math.Max(0, zip.Length - ZipFormat.EndLength - CommentMax),
            (int)Math.Min(zip.Length, ZipFormat.EndLength + CommentMax));
        for (var at = tail.Length - ZipFormat.EndLength; at >= 0; at--)
        {
            if (ZipBytes.U32(tail, at) == ZipFormat.EndSignature
                && ZipBytes.U16(tail, at + 20) == tail.Length - at - ZipFormat.EndLength)
            {
                throw ZipRefusedException.Unsupported("a comment");
            }
        }

        throw ZipRefusedException.Damaged("it does not end as a zip does: it is cut off, or something was appended");
    }

    private static List<ZipEntry> ReadEntries(ReadOnlySpan<byte> directory, int count)
    {
        var entries = new List<ZipEntry>(count);
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            if (directory.Length - at < ZipFormat.CentralLength
                || ZipBytes.U32(directory, at) != ZipFormat.CentralSignature)
            {
                throw ZipRefusedException.Damaged("its directory breaks off");
            }

            var header = directory[at..];
            int nameLength = ZipBytes.U16(header, 28);
            int extraLength = ZipBytes.U16(header, 30);
            int length = ZipFormat.CentralLength + nameLength + extraLength;
            if (header.Length < length)
                throw ZipRefusedException.Damaged("its directory breaks off");
            var entryName = Encoding.Latin1.GetString(header.Slice(ZipFormat.CentralLength, nameLength));
            if (ZipBytes.U16(header, 32) != 0)
                throw ZipRefusedException.Unsupported("a comment", entryName);
            CheckExtra(header[(length - extraLength)..length], entryName);
            entries.Add(ReadEntry(header, entryName));
            at += length;
        }

        return at == directory.Length
            ? entries
            : throw ZipRefusedException.Damaged("its directory is longer than its entries");
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> header, string entryName)
    {
        var flags = ZipBytes.U16(header, 8);
        var method = ZipBytes.U16(header, 10);
        if ((flags & EncryptionFlags) != 0)
            throw ZipRefusedException.Unsupported("encryption", entryName);
        if ((flags & ~HarmlessFlags) != 0 || (byte)ZipBytes.U16(header, 6) > VersionMax)
            throw ZipRefusedException.Unsupported("features beyond those of version 2.0", entryName);
        if (method is not (Stored or Deflated))
            throw ZipRefusedException.Unsupported("compression other than deflate", entryName);
        var entry = new ZipEntry
        {
            Name = entryName,
            Flags = flags,
            IsDeflated = method == Deflated,
            Crc = ZipBytes.U32(header, 16),
            PackedLength = ZipBytes.U32(header, 20),
            Length = ZipBytes.U32(header, 24),
            Offset = ZipBytes.U32(header, 42),
            Attributes = ZipBytes.U32(header, 38),
        };
        if (entry.PackedLength == uint.MaxValue || entry.Length == uint.MaxValue || entry.Offset == uint.MaxValue)
            throw ZipRefusedException.Unsupported("Zip64", entryName);
        if (ZipBytes.U16(header, 34) != 0)
            throw ZipRefusedException.Unsupported("several parts", entryName);
        if (!entry.IsDeflated && entry.PackedLength != entry.Length)
            throw ZipRefusedException.Damaged("its two sizes differ, but it is not compressed", entryName);
        if (entry.IsFolder && entry.Length != 0)
            throw ZipRefusedException.Damaged("a folder has bytes of its own", entryName);
        return entry;
    }

    /// <summary>Refuses extra fields that give an entry another name or size; others are times and owners.</summary>
    public static void CheckExtra(ReadOnlySpan<byte> extra, string entryName)
    {
        const ushort Zip64 = 0x0001;
        const ushort UnicodePath = 0x7075;
        while (!extra.IsEmpty)
        {
            if (extra.Length < 4 || extra.Length < 4 + ZipBytes.U16(extra, 2))
                throw ZipRefusedException.Damaged("an extra field breaks off", entryName);
            if (ZipBytes.U16(extra, 0) is Zip64 or UnicodePath)
                throw ZipRefusedException.Unsupported("extra fields that change names or sizes", entryName);
            extra = extra[(4 + ZipBytes.U16(extra, 2))..];
        }
    }
}
