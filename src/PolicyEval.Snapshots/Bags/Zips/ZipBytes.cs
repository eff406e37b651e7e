using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>The bytes of a zip, at any place: of a file, or of one that is in memory already.</summary>
internal sealed class ZipBytes : IDisposable
{
    private readonly SafeFileHandle? _handle;
    private readonly ReadOnlyMemory<byte> _memory;

    private ZipBytes(SafeFileHandle handle)
    {
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
    }

    private ZipBytes(ReadOnlyMemory<byte> memory)
    {
        _memory = memory;
        Length = memory.Length;
    }

    public long Length { get; }

    public static ZipBytes Open(string path) => new(File.OpenHandle(path));

    public static ZipBytes Of(ReadOnlyMemory<byte> memory) => new(memory);

    /// <summary>As many bytes as there are, up to the buffer's length.</summary>
    public int Read(Span<byte> buffer, long offset)
    {
        if (_handle is not null)
            return RandomAccess.Read(_handle, buffer, offset);
        var count = (int)Math.Clamp(Length - offset, 0, buffer.Length);
        if (count > 0)
            _memory.Span.Slice((int)offset, count).CopyTo(buffer);
        return count;
    }

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

    public void Dispose() => _handle?.Dispose();
}
