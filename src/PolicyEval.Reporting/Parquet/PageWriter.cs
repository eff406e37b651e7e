using System.Buffers;

namespace PolicyEval.Reporting.Parquet;

/// <summary>Writes pages to a stream, which is only ever written forwards: a pipe will do.</summary>
internal sealed class PageWriter(Stream output)
{
    private const int DataPage = 0;
    private const int DictionaryPage = 2;

    /// <summary>How many bytes the file has.</summary>
    public long Position { get; private set; }

    /// <summary>How many it would have if nothing was compressed.</summary>
    public long Written { get; private set; }

    /// <summary>Writes what is no page.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => Write(bytes, bytes.Length);

    /// <summary>Writes a page with the values of a dictionary.</summary>
    public void WriteDictionary(ReadOnlySpan<byte> values, int count)
    {
        var header = new ThriftWriter();
        var packed = BeginPage(header, DictionaryPage, values);
        header.Begin(7);
        header.Int(1, count);
        header.Int(2, ParquetCodes.Plain);
        header.End();
        EndPage(header, packed, values.Length);
    }

    /// <summary>Writes a page with presences and values.</summary>
    public void WriteData(ReadOnlySpan<byte> data, int rows, bool hasDictionary)
    {
        var header = new ThriftWriter();
        var packed = BeginPage(header, DataPage, data);
        header.Begin(5);
        header.Int(1, rows);
        header.Int(2, hasDictionary ? ParquetCodes.Dictionary : ParquetCodes.Plain);
        header.Int(3, ParquetCodes.Hybrid);
        header.Int(4, ParquetCodes.Hybrid);
        header.End();
        EndPage(header, packed, data.Length);
    }

    private static ArrayBufferWriter<byte> BeginPage(ThriftWriter header, int type, ReadOnlySpan<byte> content)
    {
        var packed = new ArrayBufferWriter<byte>();
        SnappyEncoding.Write(content, packed);
        header.Int(1, type);
        header.Int(2, content.Length);
        header.Int(3, packed.WrittenCount);
        return packed;
    }

    private void EndPage(ThriftWriter header, ArrayBufferWriter<byte> packed, int plainLength)
    {
        header.End();
        Write(header.Written);
        Write(packed.WrittenSpan, plainLength);
    }

    private void Write(ReadOnlySpan<byte> bytes, int plainLength)
    {
        output.Write(bytes);
        Position += bytes.Length;
        Written += plainLength;
    }
}
