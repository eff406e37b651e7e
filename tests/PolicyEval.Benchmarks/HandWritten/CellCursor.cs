using System.Runtime.CompilerServices;

namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>
/// Takes the cells of a row one after the other and types them as they come. What nearly every cell says is compared
/// first; the rest is searched for its comma.
/// </summary>
internal ref struct CellCursor(ReadOnlySpan<byte> row, bool isQuoted)
{
    private ReadOnlySpan<byte> _rest = row;

    /// <summary>The next cell, without the quotes around it.</summary>
    public ReadOnlySpan<byte> Text()
    {
        var length = isQuoted ? QuotedLength() : _rest.IndexOf((byte)',');
        if (length < 0)
            throw new InvalidDataException("A row has too few cells.");
        var cell = _rest[..length];
        _rest = _rest[(length + 1)..];
        return Inner(cell);
    }

    /// <summary>The last cell.</summary>
    public readonly ReadOnlySpan<byte> Last() => (isQuoted ? QuotedLength() : _rest.IndexOf((byte)',')) < 0
        ? Inner(_rest)
        : throw new InvalidDataException("A row has too many cells.");

    /// <summary>A flag.</summary>
    public Truth Flag() => Flag(out _);

    /// <summary>A flag, and whether the cell says <c>not_supported</c>.</summary>
    public Truth Flag(out bool isNotSupported)
    {
        isNotSupported = false;
        if (Skip("false,"u8))
            return Truth.False;
        if (Skip("true,"u8))
            return Truth.True;
        var cell = Text();
        isNotSupported = cell.SequenceEqual("not_supported"u8);
        return Cells.Flag(cell);
    }

    /// <summary>A date; one after the given instant is unknown.</summary>
    public long Date(long asOf) => Date(asOf, out _);

    /// <summary>A date, and whether the cell says <c>no_information</c>.</summary>
    public long Date(long asOf, out bool isNoInformation)
    {
        isNoInformation = false;
        if (Skip("N/A,"u8))
            return Cells.None;
        if (_rest.Length > Cells.DateLength && _rest[Cells.DateLength] == ','
            && Cells.TryRead(_rest[..Cells.DateLength], out var seconds))
        {
            _rest = _rest[(Cells.DateLength + 1)..];
            return seconds <= asOf ? seconds : Cells.Unknown;
        }

        var cell = Text();
        isNoInformation = cell.SequenceEqual("no_information"u8);
        return Cells.Date(cell, asOf);
    }

    /// <summary>An access key: its flag, its dates, and two cells that no rule reads.</summary>
    public Key Key(long asOf)
    {
        if (Skip("false,N/A,N/A,N/A,N/A,"u8))
            return new Key(Truth.False, Cells.None, Cells.None);
        var key = new Key(Flag(), Date(asOf), Date(asOf));
        Text();
        Text();
        return key;
    }

    /// <summary>A cell that no rule reads.</summary>
    public void SkipOne()
    {
        if (!Skip("N/A,"u8))
            Text();
    }

    /// <summary>Both certificates, which no rule reads.</summary>
    public void SkipCertificates()
    {
        if (Skip("false,N/A,false,N/A,"u8))
            return;
        for (var cell = 0; cell < 4; cell++)
            Text();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Skip(ReadOnlySpan<byte> cells)
    {
        if (!_rest.StartsWith(cells))
            return false;
        _rest = _rest[cells.Length..];
        return true;
    }

    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> cell) =>
        cell is [(byte)'"', .. var inner, (byte)'"'] ? inner : cell;

    private readonly int QuotedLength()
    {
        var inside = false;
        for (var i = 0; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
                inside = !inside;
            else if (_rest[i] == ',' && !inside)
                return i;
        }

        return -1;
    }
}
