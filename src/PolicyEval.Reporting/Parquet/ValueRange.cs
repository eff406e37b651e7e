using System.Buffers.Binary;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// The least and the greatest value of a column, by which a reader knows what it need not read: text by its UTF-8
/// bytes, numbers and instants by their size.
/// </summary>
/// <param name="Least">In the encoding of the metadata: text without its length.</param>
/// <param name="Greatest">The same.</param>
internal sealed record ValueRange(byte[] Least, byte[] Greatest)
{
    /// <summary>Longer ones would make the end of the file, which every reader needs, long.</summary>
    private const int LengthMax = 64;

    /// <summary>That of some values; null where there are none, or one is long.</summary>
    public static ValueRange? Of(ValueTable values, ResultColumnKind kind)
    {
        if (values.Count == 0)
            return null;

        int least = 0, greatest = 0;
        for (var number = 1; number < values.Count; number++)
        {
            if (Compare(values[number], values[least], kind) < 0)
                least = number;
            else if (Compare(values[number], values[greatest], kind) > 0)
                greatest = number;
        }

        var prefix = kind == ResultColumnKind.Text ? PlainCells.LengthBytes : 0;
        return values[least].Length > LengthMax || values[greatest].Length > LengthMax
            ? null
            : new ValueRange([.. values[least][prefix..]], [.. values[greatest][prefix..]]);
    }

    private static int Compare(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Number =>
            BinaryPrimitives.ReadInt32LittleEndian(x).CompareTo(BinaryPrimitives.ReadInt32LittleEndian(y)),
        ResultColumnKind.Instant =>
            BinaryPrimitives.ReadInt64LittleEndian(x).CompareTo(BinaryPrimitives.ReadInt64LittleEndian(y)),
        _ => x[PlainCells.LengthBytes..].SequenceCompareTo(y[PlainCells.LengthBytes..]),
    };
}
