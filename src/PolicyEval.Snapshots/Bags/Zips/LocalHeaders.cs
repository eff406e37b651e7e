using System.Text;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>
/// Compares local headers with the directory. Entries must follow each other without gap or overlap from the first byte
/// to the directory, so that the zip holds nothing that some program finds and this one does not.
/// </summary>
internal static class LocalHeaders
{
    private const uint DescriptorSignature = 0x08074B50;
    private const int DescriptorLength = 12;

    /// <summary>The entries with the places of their bytes, in the order of the zip.</summary>
    /// <exception cref="ZipRefusedException">Header and directory disagree, or bytes belong to no entry.</exception>
    public static List<ZipEntry> Locate(
        ZipBytes zip, IEnumerable<ZipEntry> entries, long directoryOffset, CancellationToken cancellationToken)
    {
        var sorted = entries.OrderBy(entry => entry.Offset).ToList();
        var expected = 0L;
        for (var index = 0; index < sorted.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = sorted[index];
            if (entry.Offset != expected)
                throw ZipRefusedException.Damaged(Gap(entry.Offset > expected), entry.Name);
            var located = Locate(zip, entry);
            sorted[index] = located;
            expected = index + 1 < sorted.Count ? sorted[index + 1].Offset : directoryOffset;
            CheckEnd(zip, located, expected);
        }

        return expected == directoryOffset
            ? sorted
            : throw ZipRefusedException.Damaged(Gap(directoryOffset > expected));
    }

    private static string Gap(bool isGap) => isGap ? "there are bytes that belong to no entry" : "entries overlap";

    private static ZipEntry Locate(ZipBytes zip, ZipEntry entry)
    {
        var header = zip.Bytes(entry.Offset, ZipFormat.LocalLength);
        if (ZipBytes.U32(header, 0) != ZipFormat.LocalSignature)
            throw ZipRefusedException.Damaged("its local header is none", entry.Name);
        var nameLength = ZipBytes.U16(header, 26);
        var rest = zip.Bytes(entry.Offset + ZipFormat.LocalLength, nameLength + ZipBytes.U16(header, 28));
        if (Encoding.Latin1.GetString(rest.AsSpan(0, nameLength)) != entry.Name)
            throw ZipRefusedException.Damaged("its local header has another name", entry.Name);
        ZipDirectory.CheckExtra(rest.AsSpan(nameLength), entry.Name);
        var (crc, packed, length) = (ZipBytes.U32(header, 14), ZipBytes.U32(header, 18), ZipBytes.U32(header, 22));
        var areLater = entry.HasDescriptor && crc == 0 && packed == 0 && length == 0;
        if (ZipBytes.U16(header, 6) != entry.Flags
            || ZipBytes.U16(header, 8) != (entry.IsDeflated ? 8 : 0)
            || (!areLater && (crc != entry.Crc || packed != entry.PackedLength || length != entry.Length)))
        {
            throw ZipRefusedException.Damaged("its local header and the directory disagree", entry.Name);
        }

        return entry with { DataOffset = entry.Offset + ZipFormat.LocalLength + rest.Length };
    }

    /// <summary>Between an entry's bytes and the next header is nothing but a descriptor, if it has one.</summary>
    private static void CheckEnd(ZipBytes zip, ZipEntry entry, long next)
    {
        var end = entry.DataOffset + entry.PackedLength;
        var gap = next - end;
        if (gap == 0 && !entry.HasDescriptor)
            return;
        if (gap < 0)
            throw ZipRefusedException.Damaged(Gap(isGap: false), entry.Name);
        if (!entry.HasDescriptor || gap is not (DescriptorLength or DescriptorLength + 4))
            throw ZipRefusedException.Damaged(Gap(isGap: true), entry.Name);
        ReadOnlySpan<byte> descriptor = zip.Bytes(end, (int)gap);
        if (gap > DescriptorLength && ZipBytes.U32(descriptor, 0) != DescriptorSignature)
            throw ZipRefusedException.Damaged(Gap(isGap: true), entry.Name);
        descriptor = descriptor[^DescriptorLength..];
        if (ZipBytes.U32(descriptor, 0) != entry.Crc
            || ZipBytes.U32(descriptor, 4) != entry.PackedLength
            || ZipBytes.U32(descriptor, 8) != entry.Length)
        {
            throw ZipRefusedException.Damaged("what follows it and the directory disagree", entry.Name);
        }
    }
}
