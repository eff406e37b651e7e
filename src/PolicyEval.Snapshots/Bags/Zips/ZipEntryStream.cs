using System.IO.Compression;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>The bytes of an entry, read forward; never more than its header says, and checked at the end.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly ZipEntry _entry;
    private readonly Stream _bytes;
    private long _length;
    private Crc32 _crc;

    public ZipEntryStream(ZipBytes zip, ZipEntry entry)
    {
        _entry = entry;
        var packed = new ZipRegionStream(zip, entry.DataOffset, entry.PackedLength);
        _bytes = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The bytes are not those of the header; says how in words.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _bytes.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException("its compressed bytes are no deflate", exception);
        }

        _length += read;
        _crc.Append(buffer[..read]);
        if (_length > _entry.Length || (read == 0 && _length < _entry.Length && buffer.Length > 0))
            throw new InvalidDataException("its bytes are not as many as its header says");
        if (read == 0 && _crc.Value != _entry.Crc)
            throw new InvalidDataException("its bytes do not have the CRC-32 of its header");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _bytes.Dispose();
        base.Dispose(disposing);
    }
}
