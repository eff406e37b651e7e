namespace PolicyEval.Snapshots.Reports;

/// <summary>Where one row stands, so that it can be read without the others.</summary>
public readonly struct RowPlace
{
    /// <summary>Its index in the report.</summary>
    public int Index { get; internal init; }

    /// <summary>Its line, 1-based.</summary>
    internal int Line { get; init; }

    /// <summary>Where it starts in the file.</summary>
    internal long Offset { get; init; }

    /// <summary>Its bytes, without the line end.</summary>
    internal int Length { get; init; }

    /// <summary>Of its bytes, where they are read from disk again; else 0.</summary>
    internal ulong Fingerprint { get; init; }

    /// <summary>The place of a row that was counted from the start of a block.</summary>
    /// <param name="start">Where the block stands, as its first row.</param>
    public RowPlace From(in RowPlace start) => this with
    {
        Index = Index + start.Index,
        Line = Line + start.Line,
        Offset = Offset + start.Offset,
    };
}
