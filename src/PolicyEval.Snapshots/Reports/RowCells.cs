using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Says of the cells of one row after the other what they mean, without an allocation. Used by one thread.
/// </summary>
public sealed class RowCells
{
    /// <summary>Columns that may be asked for: four bits say the kind of a cell.</summary>
    public const int ColumnsMax = 16;

    private readonly CsvBlock _block;
    private readonly TypedColumn[] _asked;
    private readonly TypedColumn[] _others;
    private readonly long[] _ticks;
    private readonly bool _isReadAgain;
    private int _row;

    /// <param name="block">What the rows are split in.</param>
    /// <param name="header">The columns.</param>
    /// <param name="asked">The ordinals of those that are asked for, <see cref="ColumnsMax"/> at most.</param>
    /// <param name="checksAll">Whether all other times and flags are typed too.</param>
    /// <param name="isReadAgain">Whether rows are read from disk again, so that their bytes have to be known.</param>
    internal RowCells(
        CsvBlock block, ReportHeader header, ImmutableArray<int> asked, bool checksAll, bool isReadAgain)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asked.Length, ColumnsMax);
        _block = block;
        _isReadAgain = isReadAgain;
        _asked =
        [
            .. Enumerable.Range(0, asked.Length)
                .Where(slot => header.IndexOfKnown[asked[slot]] >= 0)
                .Select(slot => new TypedColumn(
                    header.IndexOfKnown[asked[slot]], slot, CredentialReportColumns.All[asked[slot]].Kind)),
        ];
        _others =
        [
            .. CredentialReportColumns.All
                .Where(column => checksAll
                    && column.Kind is ColumnKind.Timestamp or ColumnKind.Bool
                    && header.IndexOfKnown[column.Ordinal] >= 0
                    && !asked.Contains(column.Ordinal))
                .Select(column => new TypedColumn(header.IndexOfKnown[column.Ordinal], Slot: -1, column.Kind)),
        ];
        _ticks = new long[asked.Length];
    }

    /// <summary>
    /// The kinds of the cells that are asked for, four bits for each, in the order asked; none is absent.
    /// </summary>
    public ulong Kinds { get; private set; }

    /// <summary>Which of them are timestamps, one bit for each.</summary>
    public uint Times { get; private set; }

    /// <summary>
    /// The seconds that they lie in, in UTC and in ticks of <see cref="DateTime"/>, in the order asked; 0 for what is
    /// no timestamp.
    /// </summary>
    public ReadOnlySpan<long> Ticks => _ticks;

    /// <summary>Where the row stands, counted from the start of its block.</summary>
    public RowPlace Place
    {
        get
        {
            var cells = _block.RowAt(_row);
            var (start, length) = (cells.Start, cells.End - cells.Start);
            return new RowPlace
            {
                Index = _row,
                Line = _block.LineOf(_row) - _block.FirstLine,
                Offset = start,
                Length = length,
                Fingerprint = _isReadAgain ? Fingerprint.OfShort(_block.Text.Slice(start, length)) : 0,
            };
        }
    }

    /// <summary>
    /// Types a row of the block; whether each time and flag among the columns is of a kind that its column may hold.
    /// </summary>
    internal bool Type(int row)
    {
        _row = row;
        var (kinds, times, areUsual) = (0UL, 0U, true);
        ref var text = ref MemoryMarshal.GetReference(_block.Text);
        ref var bounds = ref MemoryMarshal.GetReference(_block.BoundsOf(row));
        var canPeek = _block.CanPeek(row);
        foreach (ref readonly var column in _asked.AsSpan())
        {
            var start = Unsafe.Add(ref bounds, column.Index) + 1;
            var length = Unsafe.Add(ref bounds, column.Index + 1) - start;
            if (canPeek && length < UsualCell.LengthMax)
            {
                ref readonly var usual = ref column.Usual[length];
                if (usual.Is(ref Unsafe.Add(ref text, start), length))
                {
                    kinds |= (ulong)usual.Kind << (4 * column.Slot);
                    _ticks[column.Slot] = 0;
                    continue;
                }
            }

            var kind = TypeOf(_block.RawOf(row, column.Index), column.Kind, out _ticks[column.Slot]);
            areUsual &= kind != CellKind.Unrecognised;
            kinds |= (ulong)kind << (4 * column.Slot);
            times |= (kind == CellKind.Timestamp ? 1U : 0) << column.Slot;
        }

        foreach (ref readonly var column in _others.AsSpan())
        {
            var start = Unsafe.Add(ref bounds, column.Index) + 1;
            var length = Unsafe.Add(ref bounds, column.Index + 1) - start;
            if (canPeek && length < UsualCell.LengthMax
                && column.Usual[length].Is(ref Unsafe.Add(ref text, start), length))
            {
                continue;
            }

            areUsual &= TypeOf(_block.RawOf(row, column.Index), column.Kind, out _) != CellKind.Unrecognised;
        }

        (Kinds, Times) = (kinds, times);
        return areUsual;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CellKind TypeOf(ReadOnlySpan<byte> cell, ColumnKind column, out long ticks)
    {
        if (column == ColumnKind.Timestamp
            && cell.Length is QuickInstant.LongLength or QuickInstant.ShortLength
            && QuickInstant.TryRead(cell, out ticks))
        {
            return CellKind.Timestamp;
        }

        var kind = QuickTyper.TypeOf(cell, column, out ticks);
        // What stands there in another spelling may have parts of a second.
        ticks -= ticks % TimeSpan.TicksPerSecond;
        return kind;
    }
}
