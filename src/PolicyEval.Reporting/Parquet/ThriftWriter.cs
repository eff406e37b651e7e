using System.Buffers;
using System.Text;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// Writes structures in Thrift's compact protocol, in which Parquet has its metadata. The fields of a structure are
/// written by ascending ids.
/// </summary>
internal sealed class ThriftWriter
{
    private const byte True = 1;
    private const byte False = 2;
    private const byte Int32 = 5;
    private const byte Int64 = 6;
    private const byte Binary = 8;
    private const byte ListOf = 9;
    private const byte Structure = 12;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Stack<int> _outer = [];
    private int _last;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A field with a truth value.</summary>
    public void Bool(int id, bool value) => Field(id, value ? True : False);

    /// <summary>A field with a number of 32 bits or of an enumeration.</summary>
    public void Int(int id, int value)
    {
        Field(id, Int32);
        ZigZag(value);
    }

    /// <summary>A field with a number of 64 bits.</summary>
    public void Long(int id, long value)
    {
        Field(id, Int64);
        ZigZag(value);
    }

    /// <summary>A field with text.</summary>
    public void Text(int id, string value) => Bytes(id, Encoding.UTF8.GetBytes(value));

    /// <summary>A field with bytes.</summary>
    public void Bytes(int id, ReadOnlySpan<byte> value)
    {
        Field(id, Binary);
        BinaryOf(value);
    }

    /// <summary>A field with numbers of 32 bits.</summary>
    public void Ints(int id, params ReadOnlySpan<int> values)
    {
        List(id, Int32, values.Length);
        foreach (var value in values)
            ZigZag(value);
    }

    /// <summary>A field with a list of one text.</summary>
    public void OnlyText(int id, string value)
    {
        List(id, Binary, 1);
        BinaryOf(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Begins a field with a list of structures; as many of <see cref="BeginItem"/> follow.</summary>
    public void BeginList(int id, int count) => List(id, Structure, count);

    /// <summary>Begins a structure of a list.</summary>
    public void BeginItem()
    {
        _outer.Push(_last);
        _last = 0;
    }

    /// <summary>Begins a field with a structure.</summary>
    public void Begin(int id)
    {
        Field(id, Structure);
        BeginItem();
    }

    /// <summary>A field with a structure of no fields.</summary>
    public void Empty(int id)
    {
        Begin(id);
        End();
    }

    /// <summary>Ends a structure; the last time the whole.</summary>
    public void End()
    {
        Byte(0);
        _outer.TryPop(out _last);
    }

    private void List(int id, byte type, int count)
    {
        Field(id, ListOf);
        if (count < 15)
        {
            Byte((byte)((count << 4) | type));
            return;
        }

        Byte((byte)(0xF0 | type));
        _bytes.WriteVarint((uint)count);
    }

    // Ids are near each other in all that Parquet defines: the long form for gaps of more than 15 is not needed.
    private void Field(int id, byte type)
    {
        Byte((byte)(((id - _last) << 4) | type));
        _last = id;
    }

    private void BinaryOf(ReadOnlySpan<byte> value)
    {
        _bytes.WriteVarint((uint)value.Length);
        _bytes.Write(value);
    }

    private void ZigZag(long value) => _bytes.WriteVarint((ulong)((value << 1) ^ (value >> 63)));

    private void Byte(byte value) => _bytes.Write([value]);
}
