using System.Text;

namespace PolicyEval.Snapshots.Cells;

/// <summary>The bytes of a CSV file, known to be UTF-8. Immutable, so that any number of threads may read.</summary>
internal sealed class CsvText(ReadOnlyMemory<byte> bytes)
{
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public ReadOnlyMemory<byte> Memory => bytes;

    public int LineOf(RowPlace row, int offset) =>
        row.Line + Bytes[row.Start..offset].Count((byte)'\n');

    public int ColumnOf(RowPlace row, int offset)
    {
        var before = Bytes[row.Start..offset];
        return 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
    }

    /// <summary>The cell's value: as it stands, or what its quotes enclose with doubled quotes made single.</summary>
    public string Decode(int start, int length)
    {
        var raw = Bytes.Slice(start, length);
        if (raw.IsEmpty || raw[0] != (byte)'"')
            return Encoding.UTF8.GetString(raw);
        var inner = Encoding.UTF8.GetString(raw[1..^1]);
        return inner.Contains('"') ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : inner;
    }
}
