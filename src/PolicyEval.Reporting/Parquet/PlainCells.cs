using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>Writes cells as Parquet has them without a dictionary (PLAIN).</summary>
internal sealed class PlainCells
{
    /// <summary>How many bytes the length of a text has, which stands before it.</summary>
    public const int LengthBytes = sizeof(int);

    private byte[] _cell = new byte[256];

    /// <summary>The bytes of a cell, until the next one is asked for; none where the cell is NULL.</summary>
    public ReadOnlySpan<byte> Of(ResultColumn column, ResultRow row)
    {
        switch (column.Kind)
        {
            case ResultColumnKind.Text when column.TextOf(row) is { } text:
                var length = Encoding.UTF8.GetByteCount(text);
                if (_cell.Length < LengthBytes + length)
                    _cell = new byte[Math.Max(LengthBytes + length, _cell.Length * 2)];
                BinaryPrimitives.WriteInt32LittleEndian(_cell, length);
                return _cell.AsSpan(0, LengthBytes + Encoding.UTF8.GetBytes(text, _cell.AsSpan(LengthBytes)));
            case ResultColumnKind.Number when column.NumberOf(row) is { } number:
                BinaryPrimitives.WriteInt32LittleEndian(_cell, number);
                return _cell.AsSpan(0, sizeof(int));
            case ResultColumnKind.Instant when column.InstantOf(row) is { } instant:
                var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
                BinaryPrimitives.WriteInt64LittleEndian(_cell, ticks / TimeSpan.TicksPerMicrosecond);
                return _cell.AsSpan(0, sizeof(long));
            case ResultColumnKind.Text or ResultColumnKind.Number or ResultColumnKind.Instant:
                return [];
            default:
                throw new UnreachableException($"{column.Kind}");
        }
    }
}
