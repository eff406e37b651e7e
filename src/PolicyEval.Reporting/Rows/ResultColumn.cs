using System.Globalization;

namespace PolicyEval.Reporting.Rows;

/// <summary>A column of the table of results.</summary>
internal sealed class ResultColumn
{
    private readonly Func<ResultRow, string?>? _text;
    private readonly Func<ResultRow, int?>? _number;

    private ResultColumn(
        string name, ResultColumnKind kind, Func<ResultRow, string?>? text, Func<ResultRow, int?>? number)
    {
        Name = name;
        Kind = kind;
        _text = text;
        _number = number;
    }

    /// <summary>Its title, in snake case.</summary>
    public string Name { get; }

    /// <summary>What its cells are.</summary>
    public ResultColumnKind Kind { get; }

    /// <summary>A column of text. An empty text is none, unless it is what the evidence holds.</summary>
    public static ResultColumn Text(string name, Func<ResultRow, string?> text) =>
        new(name, ResultColumnKind.Text, text, null);

    /// <summary>A column of numbers.</summary>
    public static ResultColumn Number(string name, Func<ResultRow, int?> number) =>
        new(name, ResultColumnKind.Number, null, number);

    /// <summary>A column of instants, which the result has as RFC 3339 in UTC.</summary>
    public static ResultColumn Instant(string name, Func<ResultRow, string?> instant) =>
        new(name, ResultColumnKind.Instant, instant, null);

    /// <summary>The cell as text, or null where there is none.</summary>
    public string? TextOf(ResultRow row) =>
        _text is null ? NumberOf(row)?.ToString(CultureInfo.InvariantCulture) : _text(row);

    /// <summary>The cell of a column of numbers, or null where there is none.</summary>
    public int? NumberOf(ResultRow row) => _number?.Invoke(row);

    /// <summary>The cell of a column of instants, or null where there is none.</summary>
    public DateTimeOffset? InstantOf(ResultRow row) => DateTimeOffset.TryParse(
        TextOf(row), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
