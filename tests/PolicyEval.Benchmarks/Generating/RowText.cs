using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyEval.Benchmarks.Generating;

/// <summary>The bytes of one row, cell by cell.</summary>
internal sealed class RowText
{
    private const int Longest = 4096;
    private const int DateLength = 25;

    private readonly byte[] _bytes = new byte[Longest];
    private int _length;
    private int _cells;

    /// <summary>The row with its line end.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>How dates are written: <c>+00:00</c>, or <c>Z</c> as some reports have it.</summary>
    public bool WritesZ { get; set; }

    /// <summary>Whether flags are written in capitals, as old reports have them.</summary>
    public bool WritesCapitals { get; set; }

    /// <summary>Whether every cell stands in quotes.</summary>
    public bool WritesQuotes { get; set; }

    /// <summary>The index of the cell in whose place <see cref="OddCell"/> is written, or -1.</summary>
    public int OddColumn { get; set; } = -1;

    /// <summary>What no row should have there, and some have.</summary>
    public string OddCell { get; set; } = "";

    /// <summary>Empties it; the next row is written as most are.</summary>
    public void Clear()
    {
        _length = 0;
        _cells = 0;
        OddColumn = -1;
        WritesZ = WritesCapitals = WritesQuotes = false;
    }

    /// <summary>Adds a token or a text without quotes and separators.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        Open();
        if (_cells++ == OddColumn)
            _length += Encoding.UTF8.GetBytes(OddCell, _bytes.AsSpan(_length));
        else
            Append(text);
        Close();
    }

    /// <summary>Adds a text of any characters, in quotes where it needs them.</summary>
    public void AddText(string text)
    {
        var needsQuotes = !WritesQuotes && text.AsSpan().ContainsAny(',', '"');
        if (needsQuotes)
            Append("\""u8);
        Open();
        _cells++;
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        Close();
        if (needsQuotes)
        {
            _bytes[_length - 1] = (byte)'"';
            Append(","u8);
        }
    }

    /// <summary>Adds a flag.</summary>
    public void Add(bool flag) => Add((flag, WritesCapitals) switch
    {
        (true, false) => "true"u8,
        (true, true) => "TRUE"u8,
        (false, false) => "false"u8,
        (false, true) => "FALSE"u8,
    });

    /// <summary>Adds a date, or a token where there is none.</summary>
    public void Add(long? seconds, ReadOnlySpan<byte> otherwise)
    {
        if (seconds is { } known)
            AddDate(known);
        else
            Add(otherwise);
    }

    /// <summary>Ends the row.</summary>
    public void EndLine() => _bytes[_length - 1] = (byte)'\n';

    private void AddDate(long seconds)
    {
        Span<byte> text = stackalloc byte[DateLength];
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
        if (!time.TryFormat(text, out var written, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture))
            throw new UnreachableException("an instant has 19 characters to the second");
        var zone = WritesZ ? "Z"u8 : "+00:00"u8;
        zone.CopyTo(text[written..]);
        Add(text[..(written + zone.Length)]);
    }

    private void Open()
    {
        if (WritesQuotes)
            Append("\""u8);
    }

    private void Close()
    {
        if (WritesQuotes)
            Append("\""u8);
        Append(","u8);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
