using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>What the end of a file says of a column's part of a row group.</summary>
internal sealed record ColumnChunk
{
    /// <summary>The column.</summary>
    public required ResultColumn Column { get; init; }

    /// <summary>Where it begins in the file, in bytes.</summary>
    public required long Offset { get; init; }

    /// <summary>Where its page of data begins, which is behind the dictionary.</summary>
    public long DataOffset { get; init; }

    /// <summary>Its bytes in the file, headers of pages included.</summary>
    public long Length { get; init; }

    /// <summary>The same before they were compressed.</summary>
    public long PlainLength { get; init; }

    /// <summary>How many rows it is of.</summary>
    public required int Rows { get; init; }

    /// <summary>In how many of them there is no value.</summary>
    public required int Nulls { get; init; }

    /// <summary>Whether its values are numbers of a dictionary.</summary>
    public required bool HasDictionary { get; init; }

    /// <summary>Its least and greatest value, or null where they are not worth their bytes.</summary>
    public required ValueRange? Range { get; init; }
}
