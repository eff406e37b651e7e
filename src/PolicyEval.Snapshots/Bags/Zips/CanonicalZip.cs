namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>
/// Compares a stored zip with the one that this program writes of the same files: times, attributes and versions are in
/// no manifest, and a byte flipped there would not be found otherwise. A zip that another program compressed cannot be
/// held to that; of its own bytes, those that say nothing of names and contents are free.
/// </summary>
internal static class CanonicalZip
{
    /// <summary>The offset of the first byte that differs, or -1.</summary>
    public static long FirstDifference(ZipBytes zip, IEnumerable<ZipEntry> entries)
    {
        var offset = 0L;
        var items = new List<ZipItem>();
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var item = new ZipItem(entry.Name, entry.Crc, entry.Length, (uint)offset);
            if (Compare(zip, ZipFormat.LocalHeader(item), ref offset) is >= 0 and var difference)
                return difference;
            items.Add(item);
            offset += entry.Length;
        }

        var start = offset;
        foreach (var item in items)
        {
            if (Compare(zip, ZipFormat.CentralHeader(item), ref offset) is >= 0 and var difference)
                return difference;
        }

        var end = ZipFormat.End(items.Count, (uint)(offset - start), (uint)start);
        return Compare(zip, end, ref offset) is >= 0 and var last ? last : offset == zip.Length ? -1 : offset;
    }

    private static long Compare(ZipBytes zip, ReadOnlySpan<byte> expected, ref long offset)
    {
        if (offset + expected.Length > zip.Length)
            return zip.Length;
        var same = expected.CommonPrefixLength(zip.Bytes(offset, expected.Length));
        if (same < expected.Length)
            return offset + same;
        offset += expected.Length;
        return -1;
    }
}
