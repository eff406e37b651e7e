using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PolicyEval.Snapshots.Bags.Zips;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>Zips as other programs and attackers make them: every field of every header can be set.</summary>
internal sealed class HandmadeZip
{
    /// <summary>One entry and what its headers say of it.</summary>
    internal sealed record Entry(string Name, byte[] Bytes)
    {
        public bool IsDeflated { get; init; } = true;

        public ushort Flags { get; init; }

        public ushort? Method { get; init; }

        public byte Version { get; init; } = 20;

        public uint Attributes { get; init; } = 0x81A4_0000;

        public uint? Length { get; init; }

        public uint? Crc { get; init; }

        public string? LocalName { get; init; }

        public byte[] Extra { get; init; } = [];

        public byte[] Before { get; init; } = [];

        public bool HasDescriptor { get; init; }

        public byte[] DescriptorSignature { get; init; } = [0x50, 0x4B, 7, 8];

        public string Comment { get; init; } = "";
    }

    public List<Entry> Entries { get; init; } = [];

    public byte[] Comment { get; init; } = [];

    /// <summary>The sample bag, deflated.</summary>
    public static HandmadeZip OfSample() => new()
    {
        Entries = [.. SampleBag.Sealed.Files.Select(file => new Entry($"{SampleBag.Name}/{file.Path}", file.Bytes.ToArray()))],
    };

    /// <summary>The sample bag with its entry of that path (in the bag) changed.</summary>
    public static HandmadeZip With(string path, Func<Entry, Entry> change)
    {
        var zip = OfSample();
        var index = zip.Entries.FindIndex(entry => entry.Name == $"{SampleBag.Name}/{path}");
        zip.Entries[index] = change(zip.Entries[index]);
        return zip;
    }

    /// <summary>The sample bag with more entries.</summary>
    public static HandmadeZip And(params Entry[] more)
    {
        var zip = OfSample();
        zip.Entries.AddRange(more);
        return zip;
    }

    public byte[] ToArray()
    {
        var zip = new MemoryStream();
        var directory = new MemoryStream();
        foreach (var entry in Entries)
        {
            var packed = entry.IsDeflated ? Deflate(entry.Bytes) : entry.Bytes;
            zip.Write(entry.Before);
            var offset = (uint)zip.Position;
            var name = Encoding.Latin1.GetBytes(entry.Name);
            var localName = Encoding.Latin1.GetBytes(entry.LocalName ?? entry.Name);
            var common = Common(entry, packed, isLocal: false);
            zip.Write([0x50, 0x4B, 3, 4, .. Common(entry, packed, isLocal: true)]);
            zip.Write([.. U16(localName.Length), .. U16(entry.Extra.Length), .. localName, .. entry.Extra, .. packed]);
            if (entry.HasDescriptor)
                zip.Write([.. entry.DescriptorSignature, .. common.AsSpan(10, 12)]);
            directory.Write([0x50, 0x4B, 1, 2, 20, 3, .. common, .. U16(name.Length), .. U16(entry.Extra.Length)]);
            directory.Write([.. U16(entry.Comment.Length), 0, 0, 0, 0, .. U32(entry.Attributes), .. U32(offset)]);
            directory.Write([.. name, .. entry.Extra, .. Encoding.Latin1.GetBytes(entry.Comment)]);
        }

        var start = (uint)zip.Position;
        zip.Write(directory.ToArray());
        zip.Write([0x50, 0x4B, 5, 6, 0, 0, 0, 0, .. U16(Entries.Count), .. U16(Entries.Count)]);
        zip.Write([.. U32((uint)directory.Length), .. U32(start), .. U16(Comment.Length), .. Comment]);
        return zip.ToArray();
    }

    private static byte[] Common(Entry entry, byte[] packed, bool isLocal)
    {
        var flags = (ushort)(entry.Flags | (entry.HasDescriptor ? 8 : 0));
        var method = entry.Method ?? (ushort)(entry.IsDeflated ? 8 : 0);
        byte[] start = [entry.Version, 0, .. U16(flags), .. U16(method), 1, 2, 3, 4];
        return isLocal && entry.HasDescriptor
            ? [.. start, .. new byte[12]]
            : [.. start, .. U32(entry.Crc ?? Crc32.Of(entry.Bytes)), .. U32((uint)packed.Length), .. U32(entry.Length ?? (uint)entry.Bytes.Length)];
    }

    private static byte[] Deflate(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        return packed.Length == 0 ? [3, 0] : packed.ToArray();
    }

    private static byte[] U16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
