using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>The bytes of a zip, at any place.</summary>
internal sealed class ZipBytes(SafeFileHandle handle, long length) : IDisposable
{
    public long Length { get; } = length;

    public static ZipBytes Open(string path)
    {
        var handle = File.OpenHandle(path);
        return new ZipBytes(handle, RandomAccess.GetLength(handle));
    }

    /// <summary>As many bytes as there are, up to the buffer's length.</summary>
    public int Read(Span<byte> buffer, long offset) => RandomAccess.Read(handle, buffer, offset);

    /// <summary>Exactly so many bytes, which must lie in the zip.</summary>
    /// <exception cref="ZipRefusedException">They do not.</exception>
    public byte[] Bytes(long offset, int count)
    {
        if (offset + count > Length)
            throw ZipRefusedException.Damaged("it is cut off, or its directory points behind its end");
        var bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            var read = Read(bytes.AsSpan(filled), offset + filled);
            if (read == 0)
                throw ZipRefusedException.Damaged("it became shorter while it was read");
            filled += read;
        }

        return bytes;
    }

    public static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public void Dispose() => handle.Dispose();
}
