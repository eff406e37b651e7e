using System.Buffers;
using System.Buffers.Binary;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>The cells of one column of the row group that is being gathered.</summary>
internal sealed class ParquetColumn(ResultColumn column)
{
    private readonly ValueTable _values = new();
    // Of each row whether there is a value (1) or none (0); and of each that there is the number of the value.
    private readonly List<int> _presence = [];
    private readonly List<int> _numbers = [];
    private long _plainLength;

    /// <summary>What the column is.</summary>
    public ResultColumn Column => column;

    /// <summary>How many bytes are held.</summary>
    public int HeldBytes => _values.Length;

    /// <summary>Takes the cell of a row, as <see cref="PlainCells"/> has it.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        _presence.Add(cell.IsEmpty ? 0 : 1);
        if (cell.IsEmpty)
            return;

        _numbers.Add(_values.Add(cell));
        _plainLength += cell.Length;
    }

    /// <summary>Writes what was gathered and forgets it.</summary>
    public ColumnChunk Flush(PageWriter pages)
    {
        var width = HybridEncoding.WidthOf(_values.Count);
        var chunk = new ColumnChunk
        {
            Column = column,
            Offset = pages.Position,
            Rows = _presence.Count,
            Nulls = _presence.Count - _numbers.Count,
            Range = ValueRange.Of(_values, column.Kind),
            // Values that are mostly different are shorter without a dictionary.
            HasDictionary = _values.Count > 0 && _values.Length + ((long)_numbers.Count * width / 8) < _plainLength,
        };
        var written = pages.Written;
        if (chunk.HasDictionary)
            pages.WriteDictionary(_values.Bytes, _values.Count);
        chunk = chunk with { DataOffset = pages.Position };
        pages.WriteData(DataOf(chunk, width), _presence.Count, chunk.HasDictionary);
        Clear();
        return chunk with { Length = pages.Position - chunk.Offset, PlainLength = pages.Written - written };
    }

    private void Clear()
    {
        _values.Clear();
        _presence.Clear();
        _numbers.Clear();
        _plainLength = 0;
    }

    private ReadOnlySpan<byte> DataOf(ColumnChunk chunk, int width)
    {
        var levels = new ArrayBufferWriter<byte>();
        HybridEncoding.Write(_presence, width: 1, levels);
        var data = new ArrayBufferWriter<byte>();
        BinaryPrimitives.WriteInt32LittleEndian(data.GetSpan(sizeof(int)), levels.WrittenCount);
        data.Advance(sizeof(int));
        data.Write(levels.WrittenSpan);
        if (chunk.HasDictionary)
        {
            data.Write([(byte)width]);
            HybridEncoding.Write(_numbers, width, data);
        }
        else
        {
            foreach (var number in _numbers)
                data.Write(_values[number]);
        }

        return data.WrittenSpan;
    }
}
