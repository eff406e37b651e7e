using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// What a short cell of some length says if it is one that reports are full of: told without a branch, from the eight
/// bytes where it starts and the eight before its end.
/// </summary>
internal readonly struct UsualCell
{
    /// <summary>Cells are short below this length.</summary>
    public const int LengthMax = 16;

    private readonly ulong _headMask;
    private readonly ulong _head;
    private readonly ulong _lowerCase;
    private readonly ulong _tailMask;
    private readonly ulong _tail;

    private UsualCell(CellKind kind, ReadOnlySpan<byte> text, bool hasAnyCase = false)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        text[..Math.Min(head.Length, text.Length)].CopyTo(head);
        _headMask = text.Length < head.Length ? (1UL << (8 * text.Length)) - 1 : ulong.MaxValue;
        _head = BinaryPrimitives.ReadUInt64LittleEndian(head);
        _lowerCase = hasAnyCase ? _headMask & 0x2020_2020_2020_2020 : 0;
        _tailMask = text.Length > head.Length ? ulong.MaxValue : 0;
        _tail = text.Length > head.Length ? BinaryPrimitives.ReadUInt64LittleEndian(text[^head.Length..]) : 0;
        Kind = kind;
    }

    /// <summary>One that no cell is.</summary>
    private UsualCell(CellKind kind) => (Kind, _tail) = (kind, 1);

    /// <summary>Those of a column of times, by their length.</summary>
    public static UsualCell[] OfTimes { get; } = ByLength(ColumnKind.Timestamp);

    /// <summary>Those of a column of text: none.</summary>
    public static UsualCell[] OfTexts { get; } = ByLength(ColumnKind.Text);

    /// <summary>Those of a column of flags, by their length.</summary>
    public static UsualCell[] OfFlags { get; } = ByLength(ColumnKind.Bool);

    /// <summary>What the cell says.</summary>
    public CellKind Kind { get; }

    /// <summary>Whether a cell is this one.</summary>
    /// <param name="start">Where it starts; eight bytes before it and behind it may be read.</param>
    /// <param name="length">Its length, which is this one's.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ref byte start, int length)
    {
        var head = (Unsafe.ReadUnaligned<ulong>(ref start) & _headMask) | _lowerCase;
        var tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong))) & _tailMask;
        return ((head ^ _head) | (tail ^ _tail)) == 0;
    }

    private static UsualCell[] ByLength(ColumnKind column)
    {
        var cells = new UsualCell[LengthMax];
        Array.Fill(cells, new UsualCell(CellKind.Unrecognised));
        if (column == ColumnKind.Text)
            return cells;
        cells[0] = new UsualCell(CellKind.Empty, ""u8);
        cells[3] = new UsualCell(CellKind.NotApplicable, "N/A"u8);
        cells[13] = new UsualCell(CellKind.NotSupported, "not_supported"u8);
        cells[14] = new UsualCell(CellKind.NoInformation, "no_information"u8);
        if (column != ColumnKind.Bool)
            return cells;
        cells[4] = new UsualCell(CellKind.True, "true"u8, hasAnyCase: true);
        cells[5] = new UsualCell(CellKind.False, "false"u8, hasAnyCase: true);
        return cells;
    }
}
