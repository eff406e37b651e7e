namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// One cell of a credential report: what it says and where it stands. Nothing is allocated until it is asked for.
/// </summary>
public readonly struct Cell
{
    private readonly CsvText? _text;
    private readonly RowPlace _row;
    private readonly int _start;
    private readonly int _length;
    private readonly DateTimeOffset _time;

    internal Cell(string field, CellKind kind, DateTimeOffset time, CsvText text, RowPlace row, int start, int length)
    {
        Field = field;
        Kind = kind;
        _time = time;
        _text = text;
        _row = row;
        _start = start;
        _length = length;
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
    public DateTimeOffset Time => _time;

    /// <summary>The value without the quotes of CSV, exactly; empty for an absent cell. Allocates.</summary>
    public string Text => _text is null ? "" : _text.Decode(_start, _length);

    /// <summary>The line where the cell starts, 1-based; 0 for an absent cell.</summary>
    public int Line => _text is null ? 0 : _text.LineOf(_row, _start);

    /// <summary>
    /// The column where the cell (its opening quote, if any) starts, 1-based, UTF-16 units; 0 for an absent cell.
    /// </summary>
    public int Column => _text is null ? 0 : _text.ColumnOf(_row, _start);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column} {Field} = {Text} ({Kind})");
}
