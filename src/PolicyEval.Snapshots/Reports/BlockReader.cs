using System.Globalization;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Reads blocks of a report again, and makes sure that they are what they were when the report was checked.
/// </summary>
internal sealed class BlockReader(ByteStore bytes, ReportIndex index, int columns, EvidenceFile file)
{
    public ReportIndex Index => index;

    /// <summary>Reads the rows of a block.</summary>
    /// <param name="number">The block.</param>
    /// <param name="block">What is filled.</param>
    /// <param name="buffer">Room for bytes that are not in memory.</param>
    /// <exception cref="EvidenceReadException">The file was changed, or cannot be read any more.</exception>
    public void Read(int number, CsvBlock block, ref byte[] buffer)
    {
        var place = index.Blocks[number];
        var rows = index.RowsOf(number);
        var text = BytesOf(place, (int)(index.EndOf(number) - place.Offset), ref buffer);
        block.Separators.Expect(rows * columns);
        // Blank lines may stand behind the last row of a file, and none elsewhere.
        if (!block.TryFill(text, columns, place.FirstLine, isLast: true)
            && !block.TryFill(WithoutBlankLines(text), columns, place.FirstLine, isLast: true))
        {
            throw Changed();
        }

        if (block.Rows != rows)
            throw Changed();
    }

    /// <summary>Reads one row by itself.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="block">What is filled.</param>
    /// <param name="buffer">Room for bytes that are not in memory.</param>
    /// <exception cref="EvidenceReadException">As for <see cref="Read"/>.</exception>
    public void ReadRow(in RowPlace place, CsvBlock block, ref byte[] buffer)
    {
        var text = ReadBytes(place.Offset, place.Length, ref buffer);
        var isSame = bytes.Memory is not null || Fingerprint.OfShort(text) == place.Fingerprint;
        if (!isSame || !block.TryFillOne(text, place.Line, isLast: true, out var record) || record.Cells != columns)
            throw Changed();
    }

    /// <summary>All bytes of the file.</summary>
    /// <param name="bytesMax">How many there may be.</param>
    /// <exception cref="EvidenceReadException">There are more, or as for <see cref="Read"/>.</exception>
    public ReadOnlyMemory<byte> ReadAll(int bytesMax)
    {
        if (bytes.Memory is { } memory)
            return memory;
        if (bytes.Length > bytesMax)
        {
            throw new EvidenceReadException(
                SnapshotDescriptors.TooLarge, file.Name,
                bytesMax.ToString(CultureInfo.InvariantCulture), "bytes", nameof(SnapshotLimits.FileBytes));
        }

        byte[] buffer = [];
        var all = ReadBytes(0, (int)bytes.Length, ref buffer);
        return Convert.ToHexStringLower(SHA256.HashData(all)) == file.Sha256 ? all : throw Changed();
    }

    private ArraySegment<byte> BytesOf(ReportBlock place, int length, ref byte[] buffer)
    {
        var text = ReadBytes(place.Offset, length, ref buffer);
        return bytes.Memory is not null || Fingerprint.Of(text) == place.Fingerprint ? text : throw Changed();
    }

    private ArraySegment<byte> ReadBytes(long offset, int length, ref byte[] buffer)
    {
        try
        {
            return bytes.Read(offset, length, ref buffer);
        }
        catch (EndOfStreamException)
        {
            throw Changed();
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            throw new EvidenceReadException(
                SnapshotDescriptors.Unreadable, file.Name, SourceReader.ReasonOf(exception));
        }
    }

    private EvidenceReadException Changed() => new(SnapshotDescriptors.ChangedWhileRead, file.Name);

    private static ArraySegment<byte> WithoutBlankLines(ArraySegment<byte> text) =>
        text[..text.AsSpan().TrimEnd("\r\n"u8).Length];
}
