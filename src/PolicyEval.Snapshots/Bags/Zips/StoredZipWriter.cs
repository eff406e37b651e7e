using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>Writes files as a zip whose bytes depend on names and contents only.</summary>
internal sealed class StoredZipWriter(Stream stream, CancellationToken cancellationToken)
{
    private const int PieceBytes = 1 << 20;

    /// <summary>Which limit of a zip without Zip64 the files exceed; null where none.</summary>
    public static (string Limit, string What)? ProblemOf(ImmutableArray<BagFile> files, string topFolder)
    {
        if (files.Length > ZipFormat.EntriesMax)
            return (ZipFormat.EntriesMax.ToString(CultureInfo.InvariantCulture), "files");
        const int Headers = ZipFormat.LocalLength + ZipFormat.CentralLength;
        var length = ZipFormat.EndLength + files.Sum(
            file => file.Bytes.Length + Headers + (2L * (topFolder.Length + 1 + file.Path.Length)));
        return length > uint.MaxValue ? (uint.MaxValue.ToString(CultureInfo.InvariantCulture), "bytes") : null;
    }

    /// <summary>Writes the whole zip.</summary>
    /// <param name="files">Sorted by path, within the limits of <see cref="ProblemOf"/>.</param>
    /// <param name="topFolder">The folder inside of the zip.</param>
    public void Write(ImmutableArray<BagFile> files, string topFolder)
    {
        var items = new List<ZipItem>(files.Length);
        var offset = 0L;
        foreach (var file in files)
        {
            var name = $"{topFolder}/{file.Path}";
            var item = new ZipItem(name, Crc32.Of(file.Bytes.Span), (uint)file.Bytes.Length, (uint)offset);
            items.Add(item);
            offset += Write(ZipFormat.LocalHeader(item)) + Write(file.Bytes);
        }

        var length = 0L;
        foreach (var item in items)
            length += Write(ZipFormat.CentralHeader(item));
        Write(ZipFormat.End(items.Count, (uint)length, (uint)offset));
    }

    private int Write(ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; !rest.IsEmpty;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var piece = rest[..Math.Min(rest.Length, PieceBytes)];
            stream.Write(piece.Span);
            rest = rest[piece.Length..];
        }

        return bytes.Length;
    }
}
