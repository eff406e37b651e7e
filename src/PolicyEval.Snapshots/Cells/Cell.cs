namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// One cell of a credential report: what it says and where it stands. Nothing is allocated until it is asked for.
/// </summary>
public readonly struct Cell
{
    private readonly CsvBlock? _block;
    private readonly int _row;
    private readonly int _start;
    private readonly int _length;
    private readonly long _ticks;

    internal Cell(string field, ColumnKind column, CsvBlock block, int row, int index)
    {
        Field = field;
        _block = block;
        _row = row;
        (_start, _length) = block.RowAt(row).PlaceOf(index);
        Kind = QuickTyper.TypeOf(block.Text.Slice(_start, _length), column, out _ticks);
    }

    internal Cell(string field)
    {
        Field = field;
        Kind = CellKind.Absent;
    }

    /// <summary>What it says.</summary>
    public CellKind Kind { get; }

    /// <summary>The name of its column as AWS writes it.</summary>
    public string Field { get; }

    /// <summary>
    /// The instant, in UTC; meaningful only where <see cref="Kind"/> is <see cref="CellKind.Timestamp"/>.
    /// </summary>
    public DateTimeOffset Time => new(_ticks, TimeSpan.Zero);

    /// <summary>The value without the quotes of CSV, exactly; empty for an absent cell. Allocates.</summary>
    public string Text => _block is null ? "" : _block.Decode(_start, _length);

    /// <summary>The line where the cell starts, 1-based; 0 for an absent cell.</summary>
    public int Line => _block is null ? 0 : _block.LineOf(_row, _start);

    /// <summary>
    /// The column where the cell (its opening quote, if any) starts, 1-based, UTF-16 units; 0 for an absent cell.
    /// </summary>
    public int Column => _block is null ? 0 : _block.ColumnOf(_row, _start);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column} {Field} = {Text} ({Kind})");
}
