using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// Says what a cell means as <see cref="CellTyper"/> does, by its length and a few words of its bytes where it is one
/// of those that reports are full of; <see cref="CellTyper"/> decides all others.
/// </summary>
internal static class QuickTyper
{
    private const uint LowerCase = 0x20202020;
    private const int TrueLength = 4;

    /// <summary>The first letters of true and of false.</summary>
    private static readonly uint[] Words = [0x65757274, 0x736C6166];

    /// <summary>What the bytes of a cell mean in a column of a kind; of an instant, its ticks in UTC, else 0.</summary>
    public static CellKind TypeOf(ReadOnlySpan<byte> cell, ColumnKind column, out long ticks)
    {
        if (column == ColumnKind.Timestamp
            && cell.Length is QuickInstant.LongLength or QuickInstant.ShortLength
            && QuickInstant.TryRead(cell, out ticks))
        {
            return CellKind.Timestamp;
        }

        ticks = 0;
        if (column == ColumnKind.Bool && IsBool(cell))
            return CellKind.True + (cell.Length - TrueLength);
        if (column != ColumnKind.Name && TokenOf(cell) is not CellKind.Unrecognised and var token)
            return token;
        var (kind, time) = CellTyper.TypeOf(cell, column);
        ticks = time.UtcTicks;
        return kind;
    }

    /// <summary>What a token means that stands without quotes; unrecognised for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CellKind TokenOf(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        3 when cell[0] == 'N' && cell[1] == '/' && cell[2] == 'A' => CellKind.NotApplicable,
        14 when Long(cell) == Long("no_information"u8) && Long(cell[6..]) == Long("ormation"u8) =>
            CellKind.NoInformation,
        0 => CellKind.Empty,
        13 when Long(cell) == Long("not_supported"u8) && Long(cell[5..]) == Long("upported"u8) =>
            CellKind.NotSupported,
        _ => CellKind.Unrecognised,
    };

    /// <summary>
    /// Whether a cell is true or false in any case; its length tells which. Nobody can foretell which it is, so there
    /// is no branch on it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBool(ReadOnlySpan<byte> cell)
    {
        var more = cell.Length - TrueLength;
        return (more & ~1) == 0 && (Word(cell) | LowerCase) == Words[more] && (cell[^1] | 0x20) == 'e';
    }

    private static uint Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static ulong Long(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}
